package mcpauth0.ui.page;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
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
import mcpauth0.setup.Secret;
import mcpauth0.setup.Setup;
import mcpauth0.text.Texts;
import mcpauth0.ui.Practice;
import mcpauth0.ui.Services;
import mcpauth0.ui.Walk;
import mcpauth0.ui.model.IssuerModel;
import mcpauth0.ui.model.NamedConnectionsModel;
import mcpauth0.ui.model.Session;
import mcpauth0.ui.model.TenantModel;
import mcpauth0.ui.model.TenantModel.Door;
import mcpauth0.ui.part.Field;
import mcpauth0.ui.part.Form;
import mcpauth0.ui.part.Note;
import mcpauth0.ui.part.Problem;
import mcpauth0.ui.part.TrustChoice;
import mcpauth0.ui.part.Waiting;
import org.jspecify.annotations.Nullable;

/** Letting the program into the tenant. What the key may do there is shown before anything else. */
public final class TenantPage extends PlainPage {

    private final TenantModel model;
    private final IssuerModel issuer;
    private final NamedConnectionsModel connections;
    private final TextField domain = new TextField();
    private final TextField clientId = new TextField();
    private final PasswordField secret = new PasswordField();
    private final PasswordField token = new PasswordField();
    private final Map<Kind, RadioButton> by = new EnumMap<>(Kind.class);
    private final KeyFields key;
    private final Field domainField;
    private final LoginFields login;
    private final VBox state = new VBox(12);
    private final VBox details = new VBox(20);
    private final Form form;
    private boolean onward;

    public TenantPage(Services services, Session session, Walk walk) {
        super("tenant", services, session, walk);
        model = new TenantModel(session, services.work());
        issuer = new IssuerModel(session, services.work());
        connections = new NamedConnectionsModel(services.connections(), session, services.work());
        key = new KeyFields(services, model::changed);
        login = new LoginFields(texts, issuer);
        domain.setPromptText(say("domain.hint"));
        domainField = new Field("tenant-domain", say("domain"), say("domain.note"), domain);
        form = new Form(texts, new SavedConnections(texts, connections, session, this::use), domainField, ways(),
                proofs(), state, login, details, new TrustChoice(services, session, session.tenantAuthorityProperty(),
                        session::trustForTenant, say("authority"), say("authority.note")));
        details.managedProperty().bind(Bindings.isNotEmpty(details.getChildren()));
        body.getChildren().setAll(form);
        session.setupProperty().subscribe(this::follow);
        session.practiceProperty().subscribe(this::fillIn);
        model.doorProperty().subscribe(this::show);
        issuer.lookProperty().subscribe(this::asked);
        List.of(domain, clientId, secret, token)
                .forEach(input -> input.textProperty().subscribe((_, _) -> model.changed()));
    }

    private Node ways() {
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
        choose(Kind.SECRET);
        one.selectedToggleProperty().subscribe((_, _) -> model.changed());
        return all;
    }

    private Node proofs() {
        var id = new Field("client-id", say("client-id"), "", clientId);
        var password = new Field("client-secret", say("client-secret"), "", secret);
        var pasted = new Field("management-token", say("management-token"), say("management-token.note"), token);
        HBox.setHgrow(id, Priority.ALWAYS);
        HBox.setHgrow(password, Priority.ALWAYS);
        var application = new HBox(16, id, password);
        showWhen(password, chosen(Kind.SECRET));
        showWhen(key, chosen(Kind.KEY));
        showWhen(pasted, chosen(Kind.TOKEN));
        showWhen(application, Bindings.createBooleanBinding(() -> kind() != Kind.TOKEN, chosen(Kind.TOKEN)));
        return new VBox(16, application, key, pasted);
    }

    private javafx.beans.property.BooleanProperty chosen(Kind kind) {
        return java.util.Objects.requireNonNull(by.get(kind)).selectedProperty();
    }

    private void choose(Kind kind) {
        chosen(kind).set(true);
    }

    private Kind kind() {
        return by.keySet().stream().filter(one -> chosen(one).get()).findFirst().orElse(Kind.SECRET);
    }

    private static void showWhen(Node node, ObservableValue<Boolean> wanted) {
        node.visibleProperty().bind(wanted);
        node.managedProperty().bind(wanted);
    }

    /** A set-up that was read from a file, or begun anew, has its own domains. */
    private void follow(Setup setup) {
        var tenant = setup.tenant();
        if (tenant != null && !domain.getText().equals(tenant.value())) {
            domain.setText(tenant.value());
            login.choose(setup.loginDomain());
        }
    }

    /** The practice tenant's key is no secret; a real one is forgotten when practice begins. */
    private void fillIn(Practice.@Nullable Pair pair) {
        domain.setText(pair == null ? "" : pair.tenant().value());
        clientId.setText(pair == null ? "" : pair.clientId());
        secret.setText(pair == null ? "" : pair.clientSecret().reveal());
        token.clear();
        login.choose(null);
        choose(Kind.SECRET);
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
        connections.look();
        model.look();
    }

    @Override
    public boolean cancelWait() {
        var waiting = model.doorProperty().get() instanceof Door.Knocking
                || issuer.lookProperty().get() instanceof IssuerModel.Look.Busy;
        onward = false;
        model.cancel();
        if (waiting)
            issuer.cancel();
        return waiting;
    }

    /** Fills in what is known of it, and connects where nothing is missing. */
    private void use(NamedConnection one) {
        domain.setText(one.tenant().value());
        clientId.setText(one.clientId());
        key.choose(one.keyFile(), one.algorithm());
        login.choose(one.loginDomain());
        choose(one.kind());
        secret.clear();
        token.clear();
        connections.use(one, found -> {
            found.map(Secret::reveal).ifPresent(input(one.kind())::setText);
            if (found.isPresent() || !one.hasSecret())
                connect();
            else
                missing(one, "");
        }, id -> missing(one, texts.get("keychain." + id) + " "));
    }

    private TextField input(Kind kind) {
        return kind == Kind.TOKEN ? token : secret;
    }

    private void missing(NamedConnection one, String why) {
        state.getChildren().setAll(
                Note.plain(say("saved.enter", one.name()), why + say("saved.enter." + one.kind().id())));
        input(one.kind()).requestFocus();
    }

    private boolean entered() {
        form.clear();
        var trouble = model.enter(domain.getText());
        if (trouble != null)
            form.complain(domainField, trouble);
        var other = issuer.enter(login.typed());
        if (other != null)
            form.complain(login.field(), other);
        return form.holds();
    }

    private void connect() {
        if (!entered())
            return;
        switch (kind()) {
            case SECRET -> model.signIn(clientId.getText(), secret.getText());
            case KEY -> model.signInWithKey(clientId.getText(), key.file(), key.algorithm());
            case TOKEN -> model.paste(token.getText());
        }
    }

    /** Goes on once the domain that people sign in on was asked for its name, whatever it said the first time. */
    private void next() {
        if (!entered())
            return;
        if (issuer.settled())
            walk.next();
        else {
            onward = true;
            issuer.check();
        }
    }

    private void asked(IssuerModel.Look look) {
        if (onward && issuer.settled()) {
            onward = false;
            if (look instanceof IssuerModel.Look.Same)
                walk.next();
        }
    }

    private void show(Door door) {
        state.getChildren().clear();
        details.getChildren().clear();
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
            case Door.Open open -> {
                connections.recognise(open.tenant().domain(), kind(), ownId());
                var report = new AccessReport(texts, open);
                state.getChildren().add(report.summary(open, this::next));
                details.getChildren().add(report);
                if (session.practice() == null)
                    details.getChildren().add(open.sufficient() ? 0 : 1, saving());
                if (!issuer.settled())
                    issuer.check();
                label = open.sufficient() ? texts.get("frame.continue") : say("again");
                action = open.sufficient() ? this::next : this::connect;
            }
        }
        forward.set(new Forward(label, action));
    }

    private String ownId() {
        return kind() == Kind.TOKEN ? "" : clientId.getText().strip();
    }

    private SaveConnection saving() {
        var known = session.connectionProperty().get();
        var tenant = java.util.Objects.requireNonNull(session.setup().tenant());
        var kept = known != null && connections.allProperty().get().stream()
                .anyMatch(one -> one.name().equals(known) && one.inKeychain());
        return new SaveConnection(texts, connections, known == null ? tenant.shortName() : known, kind() != Kind.KEY,
                kept, (name, remember, ended) -> connections.save(
                        new NamedConnection(name, tenant, session.setup().loginDomain(), kind(), ownId(),
                                kind() == Kind.KEY ? key.file() : null, key.algorithm(), false),
                        remember ? Secret.of(input(kind()).getText()) : null, ended));
    }
}
