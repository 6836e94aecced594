package mcpauth0.ui.page;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import mcpauth0.export.report.Comparison;
import mcpauth0.export.report.ComparisonWords;
import mcpauth0.export.report.SavedReport;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Parsed;
import mcpauth0.ui.Services;
import mcpauth0.ui.Walk;
import mcpauth0.ui.model.ReportModel;
import mcpauth0.ui.model.ReportModel.Compared;
import mcpauth0.ui.model.ReportModel.Opened;
import mcpauth0.ui.model.Session;
import mcpauth0.ui.part.Announcer;
import mcpauth0.ui.part.PassportView;
import mcpauth0.ui.part.Problem;
import mcpauth0.ui.part.Words;
import org.jspecify.annotations.Nullable;

/** Opens a JSON report: whether it can be relied on, what it tells, and how it differs from another. Asks nobody. */
public final class ReportPage extends PlainPage {

    public static final String ID = "report";

    /** Lines of one list; a file may hold any number. */
    private static final int MOST_LINES = 40;

    private final ReportModel model;
    private final Consumer<String> check;
    private final Button open;
    private final Button compare;
    private final Button again;
    private final FlowPane deeds;
    private final VBox trouble = new VBox(8);
    private final VBox told = new VBox(16);
    private final VBox compared = new VBox(12);

    /** @param check leads to the check of a server, with this address filled in */
    public ReportPage(Services services, Session session, Walk walk, Consumer<String> check) {
        super(ID, services, session, walk);
        this.check = check;
        model = new ReportModel(services.work(), services.state());
        open = button("open", () -> services.files().open(say("open"), model::open));
        compare = button("compare", () -> services.files().open(say("compare"), model::compare));
        again = button("again", this::again);
        deeds = new FlowPane(8, 8, compare, again);
        for (var node : List.of(again, deeds)) {
            node.managedProperty().bind(node.visibleProperty());
            node.setVisible(false);
        }
        forward.set(new Forward(say("back"), walk::back));
        body.getChildren().setAll(new FlowPane(8, 8, open), trouble, told, deeds, compared);
        for (var box : List.of(trouble, told, compared))
            box.managedProperty().bind(Bindings.isNotEmpty(box.getChildren()));
        model.troubleProperty().subscribe(now -> {
            if (now == null)
                trouble.getChildren().clear();
            else
                trouble.getChildren().setAll(new Problem(texts, now));
        });
        model.openedProperty().subscribe(this::tell);
        model.comparedProperty().subscribe(this::tell);
    }

    private Button button(String id, Runnable action) {
        var button = new Button(say(id));
        button.setId("report-" + id);
        button.setWrapText(true);
        button.setOnAction(_ -> action.run());
        return button;
    }

    @Override
    public Node first() {
        return open;
    }

    @Override
    public boolean cancelWait() {
        return model.cancel();
    }

    private void tell(@Nullable Opened now) {
        told.getChildren().clear();
        deeds.setVisible(now != null);
        if (now == null)
            return;
        again.setVisible(server(now) != null);
        var passport = new PassportView(texts, now);
        if (now.strange())
            passport.offer(button("trust", this::trust));
        told.getChildren().addAll(passport, content(now.report()));
        Announcer.say(told, passport.words());
    }

    /** Whoever pressed the button, which goes, has the keyboard on the next. */
    private void trust() {
        compare.requestFocus();
        model.trust();
    }

    private void again() {
        var here = model.openedProperty().get();
        var server = here == null ? null : server(here);
        if (server != null)
            check.accept(server.value());
    }

    /** Where the report cannot be relied on, neither can its address; null then. */
    private static @Nullable McpUrl server(Opened here) {
        return !here.altered() && McpUrl.parse(here.report().target()) instanceof Parsed.Good<McpUrl>(var server)
                ? server
                : null;
    }

    private Node content(SavedReport report) {
        var verdict = texts.get("cli.check.target." + report.verdict());
        var box = new VBox(4, Words.heading(line(report.target())),
                Words.body(report.started().map(at -> say("made", texts.moment(at, ZoneId.systemDefault())))
                        .orElseGet(() -> say("undated"))),
                Words.body(say("verdict", verdict)));
        var causes = report.causes(texts);
        if (!causes.isEmpty())
            box.getChildren().add(Words.body(say("causes", causes.size())));
        list(box, causes);
        box.getStyleClass().add("panel");
        return box;
    }

    private void tell(@Nullable Compared now) {
        compared.getChildren().clear();
        if (now == null)
            return;
        var comparison = now.comparison();
        var head = ComparisonWords.head(comparison, texts);
        compared.getChildren().add(Words.heading(head.getFirst()));
        head.stream().skip(1).forEach(sentence -> compared.getChildren().add(Words.body(line(sentence))));
        if (!now.other().intact())
            compared.getChildren().addAll(Words.heading(say("other")), new PassportView(texts, now.other()));
        for (var kind : Comparison.Kind.values()) {
            var lines = ComparisonWords.told(comparison, kind, texts);
            if (lines.isEmpty())
                continue;
            var box = new VBox(4, Words.heading(ComparisonWords.heading(comparison, kind, texts)));
            list(box, lines);
            box.getStyleClass().add("panel");
            compared.getChildren().add(box);
        }
        compared.getChildren().add(Words.secondary(ComparisonWords.foot(comparison, texts)));
        Announcer.say(compared, head.getFirst());
    }

    private void list(VBox box, List<String> lines) {
        lines.stream().limit(MOST_LINES).forEach(one -> box.getChildren().add(Words.body("• " + line(one))));
        if (lines.size() > MOST_LINES)
            box.getChildren().add(Words.secondary(say("more", lines.size() - MOST_LINES)));
    }

    /** Foreign text: in one line, and no longer than a person reads. */
    private static String line(String foreign) {
        return PassportView.line(foreign);
    }
}
