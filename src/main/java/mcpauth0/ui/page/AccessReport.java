package mcpauth0.ui.page;

import java.util.List;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import mcpauth0.auth0.Permissions;
import mcpauth0.setup.Setup;
import mcpauth0.text.Texts;
import mcpauth0.ui.model.TenantModel.Door;
import mcpauth0.ui.model.TenantModel.Permission;
import mcpauth0.ui.part.CopyButton;
import mcpauth0.ui.part.Note;
import mcpauth0.ui.part.PermissionTable;
import mcpauth0.ui.part.Words;

/** What the key may do in the open tenant: in a sentence, as a table, and as a list to tick in the dashboard. */
final class AccessReport extends VBox {

    /** With one of these an application can give itself any other permission. */
    private static final Set<String> WIDENING = Set.of("create:client_grants", "update:client_grants");

    private final Texts texts;

    AccessReport(Texts texts, Door.Open open) {
        super(12);
        this.texts = texts;
        getChildren().setAll(new PermissionTable(texts, open.permissions()), Words.secondary(say("optional")));
        if (open.permissions().stream().map(Permission::scope).anyMatch(WIDENING::contains))
            getChildren().add(Note.plain(say("widening"), say("widening.note")));
    }

    /**
     * The sentence, with the lists to copy.
     *
     * @param anyway goes on without what is missing
     */
    Note summary(Door.Open open, Runnable anyway) {
        var missing = open.permissions().stream().filter(Permission::missing).toList();
        var all = copy("all", open.permissions());
        if (missing.isEmpty())
            return Note.good(say("open", open.tenant().domain()), say("open.note")).and(new FlowPane(8, 8, all));
        var line = new FlowPane(8, 8, copy("missing", missing), all);
        if (open.snapshot() != null) {
            var go = new Button(say("missing.anyway"));
            go.setId("continue-anyway");
            go.setOnAction(_ -> anyway.run());
            line.getChildren().add(go);
        }
        return Note.look(say("missing", missing.size()), say("missing.note")).and(line);
    }

    /** The list to tick when the application is made. */
    static CopyButton copyAll(Texts texts) {
        var list = String.join("\n", Permissions.needed(Setup.empty()));
        var button = new CopyButton(texts, texts.get("page.tenant.copy.all"), texts.get("page.tenant.copy.all.what"),
                () -> list);
        button.setId("copy-permissions");
        button.getStyleClass().add("small");
        return button;
    }

    private CopyButton copy(String which, List<Permission> permissions) {
        var list = String.join("\n", permissions.stream().map(Permission::scope).toList());
        var button = new CopyButton(texts, say("copy." + which), say("copy." + which + ".what"), () -> list);
        button.setId("copy-" + which);
        return button;
    }

    private String say(String key, Object... values) {
        return texts.get("page.tenant." + key, values);
    }
}
