package mcpauth0.ui.page;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiFunction;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import mcpauth0.diagnose.Report;
import mcpauth0.export.JsonReport;
import mcpauth0.export.TextReport;
import mcpauth0.text.Texts;
import mcpauth0.ui.Services;
import mcpauth0.ui.part.Announcer;
import mcpauth0.ui.part.Note;

/** Saves a report, and says where it is and what is not in it. Takes no room before that. */
final class SavedReport extends VBox {

    /** @param ending of the file's name, with its dot */
    private record Form(String ending, BiFunction<Report, Texts, String> write) {
    }

    /** The first is proposed, and taken where the name has no ending of another. */
    private static final List<Form> FORMS = List.of(new Form(".txt", TextReport::write),
            new Form(".json", JsonReport::write));

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
        services.files().save(texts.get("page.check.save.title"), "mcp-report" + FORMS.getFirst().ending(),
                file -> write(report, file));
    }

    private void write(Report report, Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        var form = FORMS.stream().filter(each -> name.endsWith(each.ending())).findFirst().orElse(FORMS.getFirst());
        var _ = services.work().start(() -> Files.writeString(file, form.write().apply(report, texts)), this::saved,
                _ -> tell(Note.look(texts.get("page.check.not-saved"), texts.get("page.check.not-saved.note", file))));
    }

    private void saved(Path file) {
        var open = new Button(texts.get("page.check.saved.open"));
        open.setId("open-folder");
        open.setOnAction(_ -> reveal(file));
        tell(Note.good(texts.get("page.check.saved"), texts.get("page.check.saved.note", file)).and(open));
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
