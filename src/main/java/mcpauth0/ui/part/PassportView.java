package mcpauth0.ui.part;

import java.time.ZoneId;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import mcpauth0.export.report.Passport.Flaw;
import mcpauth0.export.report.Passport.Word;
import mcpauth0.http.Visible;
import mcpauth0.setup.Fingerprint;
import mcpauth0.text.Texts;
import mcpauth0.ui.model.ReportModel.Opened;

/** What the passport of a report tells, in two parts: whether the report is as it was written, and who signed it. */
public final class PassportView extends VBox {

    private static final int MOST_FLAWS = 20;
    private static final int MOST_LETTERS = 300;

    private final Texts texts;
    private final Note whole;
    private final Note signer;

    public PassportView(Texts texts, Opened report) {
        super(12);
        this.texts = texts;
        whole = whole(report.word());
        signer = signer(report);
        getChildren().setAll(whole, signer);
    }

    /** Puts a button below what is said of the signer. */
    public void offer(Button trust) {
        var _ = signer.and(new FlowPane(8, 8, trust));
    }

    /** All that it says, for a screen reader. */
    public String words() {
        return whole.words() + " " + signer.words();
    }

    /** Foreign text: nothing in it steers what is shown, and it is no longer than a person reads. */
    public static String line(String foreign) {
        var shown = Visible.line(foreign);
        return shown.length() > MOST_LETTERS ? shown.substring(0, MOST_LETTERS) + "…" : shown;
    }

    private Note whole(Word word) {
        return switch (word) {
            case Word.None _ -> Note.look(texts.get("page.report.untold"), texts.get("cli.verify.none"));
            case Word.Strange _ -> Note.look(texts.get("page.report.untold"), texts.get("cli.verify.strange"));
            case Word.Forged(var flaws, _) -> altered(flaws);
            case Word.Unsigned(var flaws) when flaws.isEmpty() ->
                Note.plain(texts.get("page.report.intact"), texts.get("page.report.intact.note"));
            case Word.Unsigned(var flaws) -> altered(flaws);
            case Word.Signed(var flaws, _) when flaws.isEmpty() ->
                Note.good(texts.get("page.report.intact"), texts.get("page.report.intact.note"));
            case Word.Signed(var flaws, _) -> altered(flaws);
        };
    }

    private Note altered(List<Flaw> flaws) {
        var note = Note.look(texts.get("page.report.altered"), texts.get("page.report.altered.note"));
        for (var flaw : flaws.subList(0, Math.min(flaws.size(), MOST_FLAWS)))
            note.and(Words.body(texts.get(switch (flaw.fate()) {
                case ALTERED -> "page.report.section.altered";
                case MISSING -> "page.report.section.missing";
                case ADDED -> "page.report.section.added";
            }, line(flaw.section()))));
        return flaws.size() > MOST_FLAWS
                ? note.and(Words.secondary(texts.get("page.report.more", flaws.size() - MOST_FLAWS)))
                : note;
    }

    private Note signer(Opened report) {
        return switch (report.word()) {
            case Word.None _ -> Note.plain(texts.get("page.report.unsigned"), "");
            case Word.Strange _ -> Note.plain(texts.get("page.report.unproven"), "");
            case Word.Unsigned _ ->
                Note.look(texts.get("page.report.unsigned"), texts.get("page.report.unsigned.note"));
            case Word.Forged(_, var key) ->
                Note.look(texts.get("page.report.unproven"), texts.get("cli.verify.forged", key));
            case Word.Signed(_, var key) -> named(report, key);
        };
    }

    private Note named(Opened report, Fingerprint key) {
        var known = report.signer();
        var fingerprint = new CopyField(texts, texts.get("page.report.fingerprint"), key.value(), "");
        if (known == null)
            return Note.look(texts.get("page.report.stranger"), texts.get("page.report.stranger.note"))
                    .and(fingerprint);
        return Note.good(texts.get(known.own() ? "page.report.own" : "page.report.known"),
                texts.get(known.own() ? "page.report.own.note" : "page.report.known.note",
                        texts.moment(known.since(), ZoneId.systemDefault())))
                .and(fingerprint);
    }
}
