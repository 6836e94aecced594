package mcpauth0.ui.page;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import mcpauth0.access.NamedConnection;
import mcpauth0.access.NamedConnection.Kind;
import mcpauth0.setup.Parsed;
import mcpauth0.setup.Secret;
import mcpauth0.setup.Setup;
import mcpauth0.setup.TenantDomain;
import mcpauth0.text.Texts;
import mcpauth0.ui.Practice;
import mcpauth0.ui.Services;
import mcpauth0.ui.Walk;
import mcpauth0.ui.model.Dashboard;
import mcpauth0.ui.model.Express;
import mcpauth0.ui.model.IssuerModel;
import mcpauth0.ui.model.Mark;
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

    public static final String ID = "tenant";

    private final TenantModel model;
    private final IssuerModel issuer;
    private final NamedConnectionsModel connections;
    private final TextField domain = new TextField();
    private final CredentialFields credentials;
    private final Field domainField;
    private final LoginFields login;
    private final VBox state = new VBox(12);
    private final VBox details = new VBox(20);
    private final Form form;
    private @Nullable Runnable onward;

    public TenantPage(Services services, Session session, Walk walk) {
        super(ID, services, session, walk);
        model = new TenantModel(session, services.work());
        issuer = new IssuerModel(session, services.work());
        connections = new NamedConnectionsModel(services.connections(), session, services.work());
        credentials = new CredentialFields(services, this::typed, this::changed);
        login = new LoginFields(services, this::typed, issuer);
        domain.setPromptText(say("domain.hint"));
        domainField = new Field("tenant-domain", say("domain"), say("domain.note"), domain);
        form = new Form(texts, new SavedConnections(texts, connections, session, this::use),
                new VBox(4, domainField, new Whereabouts(services, "domain", Dashboard.APPLICATIONS, this::typed)),
                credentials, state, login, details,
                new TrustChoice(services, session, session.reach().tenantAuthorityProperty(),
                        session.reach()::trustForTenant, say("authority"), say("authority.note")));
        details.managedProperty().bind(Bindings.isNotEmpty(details.getChildren()));
        body.getChildren().setAll(form);
        session.practiceProperty().subscribe(this::fillIn);
        session.setupProperty().map(Setup::tenant).subscribe(this::follow);
        session.setupProperty().map(Setup::loginDomain).subscribe(login::follow);
        model.doorProperty().subscribe(this::show);
        issuer.lookProperty().subscribe(this::asked);
        domain.textProperty().subscribe((_, _) -> changed());
    }

    private @Nullable TenantDomain typed() {
        return TenantDomain.parse(domain.getText()) instanceof Parsed.Good<TenantDomain>(var tenant) ? tenant : null;
    }

    /** A set-up that was read from a file has its own tenant; what was typed is shown in its normal form. */
    private void follow(@Nullable TenantDomain tenant) {
        if (tenant != null && !domain.getText().equals(tenant.value()))
            domain.setText(tenant.value());
    }

    /** The practice tenant's key is no secret; a real one is forgotten when practice begins. */
    private void fillIn(Practice.@Nullable Pair pair) {
        var _ = stopAsking();
        domain.setText(pair == null ? "" : pair.tenant().value());
        credentials.fill(pair == null ? "" : pair.clientId(), pair == null ? "" : pair.clientSecret().reveal());
        login.choose(null);
    }

    @Override
    public String step(Texts words, Setup setup, boolean passed) {
        var tenant = setup.tenant();
        if (tenant == null)
            return super.step(words, setup, passed);
        return passed && session.tenant() == null ? say("step.closed") : tenant.shortName();
    }

    /** The access is not kept: after a restart the program is outside again. */
    @Override
    public Mark stands(boolean passed) {
        return passed && session.tenant() != null ? Mark.GOOD : Mark.TO_DO;
    }

    @Override
    public Node first() {
        return domain.getText().isEmpty() ? domain : credentials.first();
    }

    @Override
    public void shown() {
        connections.look();
        model.look();
    }

    @Override
    public void hidden() {
        var entered = typed();
        if (entered != null && !entered.equals(session.setup().tenant()))
            model.enter(domain.getText());
    }

    @Override
    public boolean cancelWait() {
        var waiting = model.doorProperty().get() instanceof Door.Knocking
                || issuer.lookProperty().get() instanceof IssuerModel.Look.Busy;
        onward = null;
        model.cancel();
        if (waiting)
            issuer.cancel();
        return stopAsking() || waiting;
    }

    private void changed() {
        var _ = stopAsking();
        model.changed();
    }

    /** An answer of the keychain belongs to the form as it was when it was asked. */
    private boolean stopAsking() {
        var asking = connections.cancel();
        if (asking)
            show(model.doorProperty().get());
        return asking;
    }

    /** Fills in what is known of it, and connects where nothing is missing. */
    private void use(NamedConnection one) {
        domain.setText(one.tenant().value());
        credentials.fill(one);
        login.choose(one.loginDomain());
        state.getChildren().setAll(new Waiting(texts, say("saved.asking", one.name()), this::stopAsking));
        connections.use(one, found -> {
            found.map(Secret::reveal).ifPresent(credentials.secretField()::setText);
            if (found.isPresent() || !one.hasSecret())
                connect();
            else
                missing(one, "");
        }, id -> missing(one, texts.get("keychain." + id) + " "));
    }

    private void missing(NamedConnection one, String why) {
        state.getChildren().setAll(
                Note.plain(say("saved.enter", one.name()), why + say("saved.enter." + one.kind().id())));
        credentials.secretField().requestFocus();
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
        if (entered())
            credentials.knock(model);
    }

    private void next() {
        next(walk::next);
    }

    /** Goes on once the domain that people sign in on was asked for its name, whatever it said the first time. */
    private void next(Runnable where) {
        if (!entered())
            return;
        if (issuer.settled())
            where.run();
        else {
            onward = where;
            issuer.check();
        }
    }

    private void asked(IssuerModel.Look look) {
        var where = onward;
        if (where != null && issuer.settled()) {
            onward = null;
            if (look instanceof IssuerModel.Look.Same)
                where.run();
        }
    }

    /** The short way, where nothing in the tenant asks for a decision. */
    private Optional<Node> express(Door.Open open) {
        var snapshot = open.snapshot();
        var server = session.setup().server();
        if (snapshot == null || server == null || !open.sufficient())
            return Optional.empty();
        return Express.recommended(session.setup(), snapshot, texts.get("page.api.name.proposed", server.host()))
                .map(setup -> {
                    var go = new Button(say("express.go"));
                    go.setId("express");
                    go.setOnAction(_ -> next(() -> {
                        session.setupProperty().set(session.setup().withApi(setup.api())
                                .withConnections(setup.connections()));
                        walk.leap(ReviewPage.ID);
                    }));
                    return Note.plain(say("express"), say("express.note", setup.api().name(),
                            String.join(", ", setup.api().scopeValues()), String.join(", ", setup.connections())))
                            .and(go);
                });
    }

    private void show(Door door) {
        state.getChildren().clear();
        details.getChildren().clear();
        var label = say("connect");
        Runnable action = this::connect;
        switch (door) {
            case Door.Shut(var elsewhere) -> {
                if (elsewhere)
                    credentials.forget();
                state.getChildren().add(Note.plain(say("safe"), say("safe.note")));
            }
            case Door.Knocking _ -> state.getChildren().add(new Waiting(texts, say("knocking"), model::cancel));
            case Door.Refused(var why) -> {
                var problem = new Problem(texts, why);
                state.getChildren().add(problem);
                problem.requestFocus();
            }
            case Door.Open open -> {
                connections.recognise(open.tenant().domain(), credentials.kind(), credentials.clientId());
                var report = new AccessReport(texts, open);
                state.getChildren().add(report.summary(open, this::next));
                express(open).ifPresent(state.getChildren()::add);
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

    private SaveConnection saving() {
        var known = session.connectionProperty().get();
        var tenant = java.util.Objects.requireNonNull(session.setup().tenant());
        var kept = known != null && connections.allProperty().get().stream()
                .anyMatch(one -> one.name().equals(known) && one.inKeychain());
        return new SaveConnection(texts, connections, known == null ? tenant.shortName() : known,
                credentials.kind() != Kind.KEY, kept,
                (name, remember, replacing, ended) -> connections.save(
                        credentials.named(name, tenant, session.setup().loginDomain()),
                        remember ? credentials.secret() : null, replacing, ended));
    }
}
