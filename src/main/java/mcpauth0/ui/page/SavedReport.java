package mcpauth0.ui.page;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import mcpauth0.access.Keychain;
import mcpauth0.access.Signers;
import mcpauth0.access.SigningKey;
import mcpauth0.diagnose.Report;
import mcpauth0.diagnose.Rule;
import mcpauth0.export.report.ReportForm;
import mcpauth0.export.report.Seal;
import mcpauth0.export.report.TextReport;
import mcpauth0.text.Texts;
import mcpauth0.ui.FileChoice;
import mcpauth0.ui.Services;
import mcpauth0.ui.part.Announcer;
import mcpauth0.ui.part.Note;

/** Saves a report, and says where it is and what is not in it. Takes no room before that. */
final class SavedReport extends VBox {

    private final Services services;
    private final Texts texts;

    SavedReport(Services services) {
        this.services = services;
        texts = services.texts();
        setId("saved-report");
        managedProperty().bind(javafx.beans.binding.Bindings.isNotEmpty(getChildren()));
    }

    void clear() {
        getChildren().clear();
    }

    void save(Report report) {
        var kinds = ReportForm.ENDINGS.stream()
                .map(ending -> new FileChoice.Kind(texts.get("page.check.save.kind." + ending), ending)).toList();
        services.files().save(texts.get("page.check.save.title"), "mcp-report." + kinds.getFirst().ending(), kinds,
                file -> write(report, file));
    }

    /** In the form that the name's ending says, else as text. */
    private void write(Report report, Path file) {
        var signed = ReportForm.ending(file.toString()).equals("json");
        var _ = services.work().start(() -> {
            var seal = signed ? seal() : Seal.NONE;
            Files.writeString(file, ReportForm.of(file.toString(), Rule.Severity.ERROR, seal)
                    .orElseGet(TextReport::new).write(report, texts));
            return seal;
        }, seal -> saved(file, signed && seal.key() == null),
                _ -> tell(Note.look(texts.get("page.check.not-saved"), texts.get("page.check.not-saved.note", file))));
    }

    /** This installation's key; may ask the operator to unlock the keychain. */
    private Seal seal() {
        try {
            return new Seal(SigningKey.find(services.connections().keychain(), new Signers(services.state())));
        } catch (Keychain.Trouble _) {
            return Seal.NONE;
        }
    }

    private void saved(Path file, boolean unsigned) {
        var open = new Button(texts.get("page.check.saved.open"));
        open.setId("open-folder");
        open.setOnAction(_ -> reveal(file));
        var note = new StringBuilder(texts.get("page.check.saved.note", file));
        if (unsigned)
            note.append(' ').append(texts.get("page.check.saved.unsigned"));
        if (ReportForm.ending(file.toString()).equals("html"))
            note.append(' ').append(texts.get("page.check.saved.html"));
        tell(Note.good(texts.get("page.check.saved"), note.toString()).and(open));
    }

    private void reveal(Path file) {
        var folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        var _ = services.work().start(() -> {
            services.files().reveal(folder);
            return folder;
        }, _ -> {
            // It is open.
        }, _ -> tell(Note.look(texts.get("page.check.saved.not-opened"),
                texts.get("page.check.saved.note", file))));
    }

    private void tell(Note note) {
        getChildren().setAll(note);
        Announcer.say(this, note.words());
    }
}
