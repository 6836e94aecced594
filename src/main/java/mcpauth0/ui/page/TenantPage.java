package mcpauth0.ui.page;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import mcpauth0.setup.Setup;
import mcpauth0.text.Texts;
import mcpauth0.ui.Practice;
import mcpauth0.ui.Services;
import mcpauth0.ui.Walk;
import mcpauth0.ui.model.Session;
import mcpauth0.ui.model.TenantModel;
import mcpauth0.ui.model.TenantModel.Door;
import mcpauth0.ui.part.CopyButton;
import mcpauth0.ui.part.Field;
import mcpauth0.ui.part.Form;
import mcpauth0.ui.part.Note;
import mcpauth0.ui.part.PermissionTable;
import mcpauth0.ui.part.Problem;
import mcpauth0.ui.part.TrustChoice;
import mcpauth0.ui.part.Waiting;
import org.jspecify.annotations.Nullable;

/** Letting the program into the tenant. What the key may do there is shown before anything else. */
public final class TenantPage extends PlainPage {

    private final TenantModel model;
    private final TextField domain = new TextField();
    private final TextField clientId = new TextField();
    private final PasswordField secret = new PasswordField();
    private final PasswordField token = new PasswordField();
    private final RadioButton byApplication;
    private final RadioButton byToken;
    private final Field domainField;
    private final VBox state = new VBox(12);
    private final Form form;

    public TenantPage(Services services, Session session, Walk walk) {
        super("tenant", services, session, walk);
        model = new TenantModel(session, services.work());
        byApplication = radio("application", true);
        byToken = radio("token", false);
        var one = new ToggleGroup();
        byApplication.setToggleGroup(one);
        byToken.setToggleGroup(one);
        domain.setPromptText(say("domain.hint"));
        domainField = new Field("tenant-domain", say("domain"), say("domain.note"), domain);
        var application = new HBox(16, wide(new Field("client-id", say("client-id"), "", clientId)),
                wide(new Field("client-secret", say("client-secret"), "", secret)));
        var pasted = new Field("management-token", say("management-token"), say("management-token.note"), token);
        showWhen(application, byApplication);
        showWhen(pasted, byToken);
        form = new Form(texts, domainField, new VBox(8, byApplication, byToken), application, pasted, state,
                new TrustChoice(services, session, session.tenantAuthorityProperty(), session::trustForTenant,
                        say("authority"), say("authority.note")));
        body.getChildren().setAll(form);
        session.setupProperty().map(Setup::tenant).subscribe(tenant -> {
            if (tenant != null && !domain.getText().equals(tenant.value()))
                domain.setText(tenant.value());
        });
        session.practiceProperty().subscribe(this::fillIn);
        model.doorProperty().subscribe(this::show);
        List.of(domain, clientId, secret, token)
                .forEach(input -> input.textProperty().subscribe((_, _) -> model.changed()));
        one.selectedToggleProperty().subscribe((_, _) -> model.changed());
    }

    private RadioButton radio(String id, boolean chosen) {
        var button = new RadioButton(say("by." + id));
        button.setId("by-" + id);
        button.setSelected(chosen);
        return button;
    }

    private static Field wide(Field field) {
        HBox.setHgrow(field, javafx.scene.layout.Priority.ALWAYS);
        return field;
    }

    private static void showWhen(Node node, RadioButton chosen) {
        node.visibleProperty().bind(chosen.selectedProperty());
        node.managedProperty().bind(chosen.selectedProperty());
    }

    /** The practice tenant's key is no secret; a real one is forgotten when practice begins. */
    private void fillIn(Practice.@Nullable Pair pair) {
        domain.setText(pair == null ? "" : pair.tenant().value());
        clientId.setText(pair == null ? "" : pair.clientId());
        secret.setText(pair == null ? "" : pair.clientSecret().reveal());
        token.clear();
        byApplication.setSelected(true);
    }

    @Override
    public String step(Texts words, Setup setup) {
        var tenant = setup.tenant();
        return tenant == null ? super.step(words, setup) : tenant.shortName();
    }

    @Override
    public Node first() {
        return domain.getText().isEmpty() ? domain : clientId.getText().isEmpty() ? clientId : secret;
    }

    @Override
    public void shown() {
        model.look();
    }

    @Override
    public boolean cancelWait() {
        var knocking = model.doorProperty().get() instanceof Door.Knocking;
        model.cancel();
        return knocking;
    }

    private void connect() {
        form.clear();
        var trouble = model.enter(domain.getText());
        if (trouble != null)
            form.complain(domainField, trouble);
        if (!form.holds())
            return;
        if (byApplication.isSelected())
            model.signIn(clientId.getText(), secret.getText());
        else
            model.paste(token.getText());
    }

    private void show(Door door) {
        state.getChildren().clear();
        var label = say("connect");
        Runnable action = this::connect;
        switch (door) {
            case Door.Shut _ -> state.getChildren().add(Note.plain(say("safe"), say("safe.note")));
            case Door.Knocking _ -> state.getChildren().add(new Waiting(texts, say("knocking"), model::cancel));
            case Door.Refused(var why) -> {
                var problem = new Problem(texts, why);
                state.getChildren().add(problem);
                problem.requestFocus();
            }
            case Door.Open open when open.sufficient() -> {
                state.getChildren().addAll(Note.good(say("open", open.tenant().domain()), say("open.note")),
                        new PermissionTable(texts, open.permissions()));
                label = texts.get("frame.continue");
                action = walk::next;
            }
            case Door.Open open -> {
                var missing = open.permissions().stream().filter(TenantModel.Permission::missing)
                        .map(TenantModel.Permission::scope).toList();
                var copy = new CopyButton(texts, say("missing.list"), () -> String.join(" ", missing));
                var anyway = new Button(say("missing.anyway"));
                anyway.setId("continue-anyway");
                anyway.setOnAction(_ -> walk.next());
                var line = new HBox(8, copy);
                if (open.snapshot() != null)
                    line.getChildren().add(anyway);
                state.getChildren().addAll(Note.look(say("missing", missing.size()), say("missing.note")).and(line),
                        new PermissionTable(texts, open.permissions()));
                label = say("again");
            }
        }
        forward.set(new Forward(label, action));
    }
}
