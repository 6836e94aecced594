package mcpauth0.ui.page;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mcpauth0.access.NamedConnection;
import mcpauth0.access.NamedConnection.Kind;
import mcpauth0.auth0.Permissions;
import mcpauth0.setup.Secret;
import mcpauth0.setup.Setup;
import mcpauth0.setup.TenantDomain;
import mcpauth0.text.Texts;
import mcpauth0.ui.Services;
import mcpauth0.ui.model.Dashboard;
import mcpauth0.ui.model.TenantModel;
import mcpauth0.ui.part.Field;
import mcpauth0.ui.part.Words;
import org.jspecify.annotations.Nullable;

/** What lets the program in: an application with its secret or its key, or a pasted token. */
final class CredentialFields extends VBox {

    private final Texts texts;
    private final Map<Kind, RadioButton> by = new EnumMap<>(Kind.class);
    private final TextField clientId = new TextField();
    private final PasswordField secret = new PasswordField();
    private final PasswordField token = new PasswordField();
    private final KeyFields key;

    /**
     * @param tenant whose dashboard has what is asked for
     * @param changed called when anything else is typed or chosen
     */
    CredentialFields(Services services, Supplier<@Nullable TenantDomain> tenant, Runnable changed) {
        super(20);
        texts = services.texts();
        key = new KeyFields(services, changed);
        getChildren().setAll(ways(changed), fields(services, tenant));
        List.of(clientId, secret, token).forEach(input -> input.textProperty().subscribe((_, _) -> changed.run()));
    }

    private String say(String key) {
        return texts.get("page.tenant." + key);
    }

    private Node ways(Runnable changed) {
        var one = new ToggleGroup();
        var all = new VBox(8);
        for (var kind : Kind.values()) {
            var button = new RadioButton(say("by." + kind.id()));
            button.setId("by-" + kind.id());
            button.setToggleGroup(one);
            button.setWrapText(true);
            by.put(kind, button);
            all.getChildren().add(button);
        }
        chosen(Kind.SECRET).set(true);
        one.selectedToggleProperty().subscribe((_, _) -> changed.run());
        return all;
    }

    private Node fields(Services services, Supplier<@Nullable TenantDomain> tenant) {
        var id = new Field("client-id", say("client-id"), "", clientId);
        var password = new Field("client-secret", say("client-secret"), "", secret);
        var pasted = new Field("management-token", say("management-token"), say("management-token.note"), token);
        HBox.setHgrow(id, Priority.ALWAYS);
        HBox.setHgrow(password, Priority.ALWAYS);
        var application = new HBox(16, id, password);
        showWhen(password, chosen(Kind.SECRET));
        showWhen(key, chosen(Kind.KEY));
        showWhen(pasted, chosen(Kind.TOKEN));
        showWhen(application, Bindings.not(chosen(Kind.TOKEN)));
        var machine = new Whereabouts(services, "client-id", Dashboard.APPLICATIONS, tenant)
                .with(Words.secondary(String.join(", ", Permissions.needed(Setup.empty()))))
                .with(AccessReport.copyAll(texts));
        showWhen(machine, Bindings.not(chosen(Kind.TOKEN)));
        var explorer = new Whereabouts(services, "management-token", Dashboard.EXPLORER, tenant);
        showWhen(explorer, chosen(Kind.TOKEN));
        return new VBox(16, new VBox(4, application, machine), key, new VBox(4, pasted, explorer));
    }

    private static void showWhen(Node node, ObservableValue<Boolean> wanted) {
        node.visibleProperty().bind(wanted);
        node.managedProperty().bind(wanted);
    }

    private BooleanProperty chosen(Kind kind) {
        return Objects.requireNonNull(by.get(kind)).selectedProperty();
    }

    Kind kind() {
        return by.keySet().stream().filter(one -> chosen(one).get()).findFirst().orElse(Kind.SECRET);
    }

    /** Empty for a pasted token. */
    String clientId() {
        return kind() == Kind.TOKEN ? "" : clientId.getText().strip();
    }

    /** The field for the secret that this way of getting in has. */
    TextField secretField() {
        return kind() == Kind.TOKEN ? token : secret;
    }

    /** Where the keyboard starts. */
    TextField first() {
        return switch (kind()) {
            case SECRET -> clientId.getText().isEmpty() ? clientId : secret;
            case KEY -> clientId;
            case TOKEN -> token;
        };
    }

    /** What is chosen here, under a name. */
    NamedConnection named(String name, TenantDomain tenant, @Nullable TenantDomain login) {
        return new NamedConnection(name, tenant, login, kind(), clientId(), kind() == Kind.KEY ? key.file() : null,
                key.algorithm(), false);
    }

    void fill(String id, String password) {
        chosen(Kind.SECRET).set(true);
        clientId.setText(id);
        secret.setText(password);
        token.clear();
    }

    /** Forgets what is secret. */
    void forget() {
        secret.clear();
        token.clear();
    }

    /** Fills in everything but the secret. */
    void fill(NamedConnection one) {
        fill(one.clientId(), "");
        key.choose(one.keyFile(), one.algorithm());
        chosen(one.kind()).set(true);
    }

    /** The secret, as it is typed now. */
    Secret secret() {
        return Secret.of(secretField().getText());
    }

    void knock(TenantModel door) {
        switch (kind()) {
            case SECRET -> door.signIn(clientId.getText(), secret.getText());
            case KEY -> door.signInWithKey(clientId.getText(), key.file(), key.algorithm());
            case TOKEN -> door.paste(token.getText());
        }
    }
}
