package mcpauth0.ui.page;

import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import mcpauth0.diagnose.Report;
import mcpauth0.support.LastReport;
import mcpauth0.text.Texts;
import mcpauth0.ui.Services;
import mcpauth0.ui.model.CheckModel;
import mcpauth0.ui.model.CheckModel.Phase;
import org.jspecify.annotations.Nullable;

/** The buttons beside the main one: cancel while a check runs; check again and save the report when it has ended. */
final class CheckButtons {

    private final Services services;
    private final Texts texts;
    private final CheckModel model;
    private final Button cancel;
    private final Button again;
    private final Button save;
    private final Button anyway;
    private final SavedReport saved;

    /**
     * @param onward goes on although something is broken; null where nothing comes after
     * @param good whether a report needs no second look; the main button then leads on, and checking again stands here
     */
    CheckButtons(Services services, CheckModel model, Runnable start, @Nullable Runnable onward,
            Predicate<Report> good) {
        this.services = services;
        this.texts = services.texts();
        this.model = model;
        cancel = button("page.check.cancel", model::cancel);
        again = button("page.check.again", start);
        again.setId("check-again");
        saved = new SavedReport(services);
        save = button("page.check.save", this::save);
        save.setId("save-report");
        anyway = button("page.check.anyway", onward == null ? start : onward);
        model.lastProperty().subscribe(this::keep);
        model.phaseProperty().subscribe(phase -> {
            cancel.setVisible(phase instanceof Phase.Running);
            again.setVisible(phase instanceof Phase.Finished(var report) && good.test(report));
            anyway.setVisible(onward != null && phase instanceof Phase.Finished(var report) && !good.test(report));
            save.setVisible(phase instanceof Phase.Finished);
            saved.clear();
        });
    }

    /** For a bundle; a folder that cannot be written is no reason not to check. */
    private void keep(@Nullable Report report) {
        if (report == null)
            return;
        var _ = services.work().start(() -> {
            LastReport.keep(services.state(), report, texts);
            return true;
        }, _ -> {
        }, _ -> {
        });
    }

    List<Button> all() {
        return List.of(cancel, again, anyway, save);
    }

    private Button button(String key, Runnable action) {
        var button = new Button(texts.get(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.managedProperty().bind(button.visibleProperty());
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void save() {
        var report = model.lastProperty().get();
        if (report != null)
            saved.save(report);
    }

    /** Where the report was saved; takes no room before. */
    Node saved() {
        return saved;
    }
}
