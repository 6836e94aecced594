package mcpauth0.ui.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import mcpauth0.export.Export;
import mcpauth0.export.Exports;
import mcpauth0.export.HandOver;
import mcpauth0.text.Texts;
import mcpauth0.ui.Services;
import mcpauth0.ui.part.CopyButton;
import mcpauth0.ui.part.Words;
import org.jspecify.annotations.Nullable;

/** Every kind of file in its group, and beside it what is chosen, to be copied or saved. */
final class FormatChoice extends StackPane {

    /** The preview takes at least this much more than the list, or stands below it. */
    private static final double BESIDE = 2.5;

    private final Services services;
    private final Texts texts;
    private final HandOver facts;
    private final ListView<Export> formats = new ListView<>();
    private final VBox preview = new VBox(8);
    private @Nullable Boolean beside;

    /** @param chosen is shown, and follows what is chosen here */
    FormatChoice(Services services, HandOver facts, ObjectProperty<Export> chosen) {
        this.services = services;
        this.texts = services.texts();
        this.facts = facts;
        formats.setId("formats");
        formats.getStyleClass().add("format-list");
        formats.setAccessibleText(texts.get("page.configuration.formats"));
        formats.setCellFactory(_ -> new Line(texts));
        Arrays.stream(Export.Group.values()).map(Exports::of).forEach(formats.getItems()::addAll);
        formats.getSelectionModel().select(chosen.get());
        formats.getSelectionModel().selectedItemProperty().subscribe(now -> {
            if (now != null) {
                chosen.set(now);
                show(now);
            }
        });
        HBox.setHgrow(preview, Priority.ALWAYS);
        arrange(true);
        widthProperty().subscribe(width -> arrange(width.doubleValue() == 0
                || width.doubleValue() > (1 + BESIDE) * formats.prefWidth(-1)));
    }

    private void arrange(boolean wide) {
        if (beside != null && beside == wide)
            return;
        beside = wide;
        getChildren().setAll(wide ? new HBox(16, formats, preview) : new VBox(16, formats, preview));
    }

    private void show(Export export) {
        var name = texts.get("export." + export.id() + ".name");
        var text = export.write(facts, texts);
        var told = Words.secondary("");
        told.managedProperty().bind(told.textProperty().isNotEmpty());
        var save = new Button(texts.get("page.configuration.save"));
        save.setAccessibleText(texts.get("page.configuration.save.what", name));
        save.setOnAction(_ -> services.files().save(name, export.fileName(),
                file -> save(export, text, file, told::setText)));
        var copy = new CopyButton(texts, name, () -> text);
        preview.getChildren().setAll(Words.heading(export.fileName()),
                Words.secondary(texts.get("export." + export.id() + ".use")), area(name, text),
                new FlowPane(8, 4, copy, save), told);
    }

    private static Node area(String name, String text) {
        var area = new TextArea(text);
        area.setEditable(false);
        area.getStyleClass().add("raw");
        area.setAccessibleText(name);
        area.setPrefColumnCount(20);
        VBox.setVgrow(area, Priority.ALWAYS);
        return area;
    }

    private void save(Export export, String text, Path file, java.util.function.Consumer<String> told) {
        var _ = services.work().start(() -> Files.writeString(file, text),
                done -> told.accept(texts.get("page.configuration.saved", done)),
                thrown -> told.accept(texts.get("page.configuration.not-saved", export.fileName(),
                        thrown instanceof IOException && thrown.getMessage() != null ? thrown.getMessage() : "")));
    }

    /** A name; the first of a group has the group's above it. */
    private static final class Line extends ListCell<Export> {

        private final Texts texts;

        Line(Texts texts) {
            this.texts = texts;
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Export export, boolean empty) {
            super.updateItem(export, empty);
            if (export == null || empty) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            var name = Words.body(texts.get("export." + export.id() + ".name"));
            var group = texts.get("export-group." + export.group().id());
            var head = Words.heading(group);
            head.getStyleClass().add("format-group");
            name.getStyleClass().add("format-name");
            name.setMaxWidth(Double.MAX_VALUE);
            var box = Exports.of(export.group()).getFirst().equals(export) ? new VBox(head, name) : new VBox(name);
            box.prefWidthProperty().bind(widthProperty());
            setGraphic(box);
            setAccessibleText(group + ": " + name.getText());
        }
    }
}
