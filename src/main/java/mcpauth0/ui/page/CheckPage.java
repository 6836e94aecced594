package mcpauth0.ui.page;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;
import mcpauth0.diagnose.CheckOptions;
import mcpauth0.diagnose.Report;
import mcpauth0.oauth.UserAgent;
import mcpauth0.plan.Journal;
import mcpauth0.setup.Setup;
import mcpauth0.text.Texts;
import mcpauth0.ui.Page;
import mcpauth0.ui.Services;
import mcpauth0.ui.Walk;
import mcpauth0.ui.model.Card;
import mcpauth0.ui.model.CheckModel;
import mcpauth0.ui.model.CheckModel.Phase;
import mcpauth0.ui.model.KeptTokens;
import mcpauth0.ui.model.Mark;
import mcpauth0.ui.model.ReviewModel;
import mcpauth0.ui.model.Session;
import mcpauth0.ui.model.Standing;
import mcpauth0.ui.part.DeepTerms;
import mcpauth0.ui.part.FindingCard;
import mcpauth0.ui.part.Words;
import org.jspecify.annotations.Nullable;

/** Does what a client of the server would do, and says what it found: the proof that the set-up works. */
public final class CheckPage implements Page {

    public static final String ID = "check";

    private final Services services;
    private final Session session;
    private final Walk walk;
    private final Texts texts;
    private final CheckModel model;
    private final CheckBox signIn;
    private final CheckBox browser;
    private final CheckBox deep;
    private final CheckBox resolver;
    private final VBox before = new VBox(12);
    private final CheckView view;
    private final VBox body = new VBox(16);
    private final CheckButtons buttons;
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObservableValue<Heading> heading;
    private final ObservableValue<@Nullable Forward> forward;
    private @Nullable ReviewModel curing;
    private @Nullable WayOut wayOut;

    public CheckPage(Services services, Session session, Walk walk) {
        this.services = services;
        this.session = session;
        this.walk = walk;
        texts = services.texts();
        model = new CheckModel(services.work(), services.clock(), Checking.on(session::forServer,
                session::clients,
                new KeptTokens(session.aged(), services.connections(), session.connectionProperty()::get)));
        signIn = new CheckBox(texts.get("page.check.sign-in"));
        browser = new CheckBox(texts.get("page.check.browser"));
        deep = new CheckBox(texts.get("page.check.deep"));
        resolver = new CheckBox(texts.get("page.check.public-resolver"));
        signIn.setSelected(true);
        deep.disableProperty().bind(signIn.selectedProperty().not());
        view = new CheckView(model, texts, acts(), before, () -> walk.detour("review"),
                services.work());
        buttons = new CheckButtons(services, model, this::start, walk::next, CheckPage::good);
        heading = Bindings.createObjectBinding(
                () -> CheckView.heading(model.phase(), ID, String.valueOf(session.setup().server()), texts),
                model.phaseProperty());
        forward = Bindings.createObjectBinding(this::forwardNow, model.phaseProperty(), busy);
        buttons.all().forEach(button -> button.disableProperty().bind(busy));
        model.lastProperty().subscribe(report -> {
            if (report != null)
                session.reportProperty().set(report);
        });
        session.practiceProperty().subscribe(pair -> {
            deep.setSelected(pair != null);
            body.getChildren().setAll(buttons.saved(), view);
            if (pair != null)
                body.getChildren().addFirst(new Lessons(texts, pair, busy, this::outdated));
        });
        session.setupProperty().subscribe((old, now) -> {
            if (!java.util.Objects.equals(old.server(), now.server()))
                model.forget();
        });
    }

    /** What the check is doing and found; for whoever walks the pages by themselves. */
    public CheckModel model() {
        return model;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public ObservableValue<Heading> heading() {
        return heading;
    }

    @Override
    public Node body() {
        return body;
    }

    @Override
    public ObservableValue<@Nullable Forward> forward() {
        return forward;
    }

    @Override
    public List<Button> buttons() {
        return buttons.all();
    }

    @Override
    public String step(Texts words, Setup setup, boolean passed) {
        var line = Standing.of(session).check();
        return words.get(line.key(), line.value());
    }

    @Override
    public Mark stands(boolean passed) {
        return Standing.of(session).check().mark();
    }

    /** The server is another now. */
    private void outdated() {
        model.cancel();
        model.forget();
        session.reportProperty().set(null);
    }

    @Override
    public void shown() {
        if (!model.running())
            describe();
        var check = session.sought();
        if (check != null)
            view.lead(check);
    }

    @Override
    public boolean asksBefore(Runnable go) {
        var out = wayOut;
        if (out == null || !busy.get())
            return false;
        out.ask(go);
        return true;
    }

    @Override
    public boolean cancelWait() {
        var running = model.running() || busy.get();
        model.cancel();
        var applying = curing;
        if (applying != null && busy.get())
            applying.cancel();
        return running;
    }

    private @Nullable Forward forwardNow() {
        if (busy.get())
            return null;
        return switch (model.phase()) {
            case Phase.Ready _,Phase.Stopped _ -> new Forward(texts.get("page.check.start"), this::start);
            case Phase.Running _ -> null;
            case Phase.Finished(var report) -> good(report)
                    ? new Forward(texts.get("page.check.next"), walk::next)
                    : new Forward(texts.get("page.check.again"), this::start);
        };
    }

    /** Whether it makes sense to go on; with what is broken, a client would only meet it again. */
    private static boolean good(Report report) {
        return switch (report.overall()) {
            case HEALTHY, WARNINGS -> true;
            case BROKEN, INCONCLUSIVE -> false;
        };
    }

    /** What will be done depends on who is asked and what the tenant allows. */
    private void describe() {
        var tenant = session.tenant();
        var practice = session.practice() != null;
        var will = new VBox(4, Words.heading(texts.get("page.check.will")),
                Words.body(texts.get("page.check.will.outside")));
        if (tenant != null)
            will.getChildren().add(Words.body(texts.get("page.check.will.tenant", tenant.domain())));
        will.getStyleClass().add("panel");
        var login = Checking.option(signIn,
                texts.get(practice ? "page.check.sign-in.practice" : "page.check.sign-in.note"));
        if (practice)
            login.getChildren().add(Words.under(browser));
        browser.disableProperty().unbind();
        browser.disableProperty().bind(signIn.selectedProperty().not());
        before.getChildren().setAll(will, login,
                Checking.option(deep,
                        new DeepTerms(texts, tenant == null ? null : String.valueOf(tenant.domain()))),
                Checking.option(resolver, texts.get("page.check.public-resolver.note")));
    }

    private void start() {
        view.cured(null);
        run(model::start);
    }

    /** After a cure: what it can have altered is looked at again, in the way that was chosen before. */
    private void again() {
        run(model::again);
    }

    private void run(Consumer<CheckOptions> how) {
        var server = session.setup().server();
        if (server == null) {
            walk.detour("server");
            return;
        }
        var login = signIn.isSelected();
        how.accept(CheckOptions.of(server).withUserAgent(login ? agent() : null)
                .withDeep(login && deep.isSelected()).withPublicResolver(resolver.isSelected())
                .withTenant(session.tenant()).withJournal(journal()));
    }

    private UserAgent agent() {
        var pair = session.practice();
        return pair == null || browser.isSelected() ? services.browser() : pair.user();
    }

    /** Where it cannot be opened, the check keeps its notes in a temporary folder. */
    private @Nullable Journal journal() {
        try {
            return session.tenant() == null ? null : session.journal();
        } catch (IOException _) {
            return null;
        }
    }

    private FindingCard.Acts acts() {
        return new FindingCard.Acts() {
            @Override
            public String cureLabel(String step) {
                return session.tenant() == null
                        ? ""
                        : texts.get("page.check.cure.step", texts.get("step." + step + ".title"));
            }

            @Override
            public Node cure(Card card, String step, Runnable closed) {
                var review = new ReviewModel(session, services.work(), step);
                review.stageProperty().subscribe(_ -> {
                    curing = review.working() ? review : curing;
                    busy.set(review.working());
                });
                var pane = new CurePane(texts, session, review, new CurePane.Asks() {
                    @Override
                    public void cured() {
                        view.cured(card);
                        again();
                    }

                    @Override
                    public void closed() {
                        review.cancel();
                        closed.run();
                    }

                    @Override
                    public void toTenant() {
                        walk.detour("tenant");
                    }
                });
                var out = new WayOut(texts, pane, review::cancel);
                review.stageProperty().subscribe(_ -> {
                    if (!review.working())
                        out.ended();
                });
                wayOut = out;
                return pane;
            }

            @Override
            public ObservableBooleanValue busy() {
                return busy;
            }

            @Override
            public void open(String url) {
                Checking.open(services, url);
            }
        };
    }
}
