package mcpauth0.ui.part;

import java.util.function.Supplier;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import mcpauth0.text.Texts;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Puts a text on the clipboard, and says that it did. */
public final class CopyButton extends Button {

    /** @param what names the text for whoever cannot see where the button stands */
    public CopyButton(Texts texts, String what, Supplier<String> text) {
        this(texts, texts.get("part.copy"), what, text);
    }

    /** @param label in place of “Copy”, where several stand beside each other */
    public CopyButton(Texts texts, String label, String what, Supplier<String> text) {
        super(label, new FontIcon(Feather.COPY));
        getStyleClass().add("copy-button");
        setMinWidth(Region.USE_PREF_SIZE);
        setAccessibleText(texts.get("part.copy.what", what));
        setTooltip(new Tooltip(texts.get("part.copy.what", what)));
        setOnAction(_ -> {
            var content = new ClipboardContent();
            content.putString(text.get());
            Clipboard.getSystemClipboard().setContent(content);
            setText(texts.get("part.copied"));
            setGraphic(new FontIcon(Feather.CHECK));
            setAccessibleText(texts.get("part.copied.what", what));
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        });
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                setText(label);
                setGraphic(new FontIcon(Feather.COPY));
                setAccessibleText(texts.get("part.copy.what", what));
            }
        });
    }
}
