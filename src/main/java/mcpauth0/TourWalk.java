package mcpauth0;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.application.Platform;
import mcpauth0.access.Keychain;
import mcpauth0.access.NamedConnections;
import mcpauth0.cli.Tour;
import mcpauth0.diagnose.Report;
import mcpauth0.export.report.HtmlReport;
import mcpauth0.export.report.JsonReport;
import mcpauth0.export.report.Seal;
import mcpauth0.export.report.TextReport;
import mcpauth0.http.Network;
import mcpauth0.oauth.UserAgent;
import mcpauth0.setup.Role;
import mcpauth0.setup.TokenSettings;
import mcpauth0.text.Texts;
import mcpauth0.ui.FileChoice;
import mcpauth0.ui.Preferences;
import mcpauth0.ui.Services;
import mcpauth0.ui.Theme;
import mcpauth0.ui.Wizard;
import mcpauth0.ui.Work;
import mcpauth0.ui.model.Session;
import mcpauth0.ui.model.Shelf;
import mcpauth0.ui.page.RolesPage;
import org.jspecify.annotations.Nullable;

/** Walks the real pages on the practice pair, pressing what a person would press, and takes a picture of each. */
final class TourWalk implements Tour {

    private static final int OWN_TROUBLE = 3;
    private static final String REPORT = "report.json";

    private final Network network;
    private final Texts texts;

    TourWalk(Network network, Texts texts) {
        this.network = network;
        this.texts = texts;
    }

    @Override
    public int run(Path out, boolean brief, PrintStream log) {
        try {
            Files.createDirectories(out);
            var state = Files.createTempDirectory("mcp-auth0-tour");
            try {
                Stagehand.start();
                var walked = walk(out, state, brief, words -> log.println(words));
                if (walked.isEmpty())
                    return 0;
                var report = walked.get();
                Files.writeString(out.resolve("report.html"), new HtmlReport().write(report, texts));
                Files.writeString(out.resolve("report.txt"), new TextReport().write(report, texts));
                log.println(texts.get("tour.ended", texts.get("tour." + report.overall().name()), out));
                return report.overall() == Report.Overall.HEALTHY ? 0 : 1;
            } finally {
                delete(state);
            }
        } catch (TimeoutException e) {
            log.println(texts.get("tour.stuck", String.valueOf(e.getMessage())));
        } catch (IOException e) {
            log.println(texts.get("tour.cannot-write", out, String.valueOf(e.getMessage())));
        } catch (InterruptedException _) {
            log.println(texts.get("failure.cancelled.problem"));
        }
        return OWN_TROUBLE;
    }

    /** Empty where no check was asked for. */
    private Optional<Report> walk(Path out, Path state, boolean brief, Consumer<String> log)
            throws InterruptedException, TimeoutException, IOException {
        var preferences = new Preferences(state);
        var session = new Session(network, state);
        // What is done in pieces is done at once, so that no picture lacks one.
        try (var work = new Work(Executors.newVirtualThreadPerTaskExecutor(), Platform::runLater)) {
            var services = new Services(network, state, new PracticeRoom(network), work, texts, url -> {
                throw new UserAgent.Refused("browser-failed", url);
            }, new Reports(out), preferences, new NamedConnections(state, Keychain.none()), network.clock());
            Stagehand.on(() -> {
                Theme.loadFonts();
                return true;
            });
            var wizard = Stagehand.on(() -> new Wizard(services, session));
            try (var hand = Stagehand.of(wizard::root)) {
                var walker = new Walker(hand, wizard, session, preferences, new Shelf(state), out, log, texts);
                walker.begin();
                return brief ? Optional.empty() : Optional.of(walker.goOn());
            } finally {
                Stagehand.on(() -> {
                    session.forget();
                    return true;
                });
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList())
                Files.delete(file);
        }
    }

    /** Nobody is there to choose a file: where one is asked for, it is the report of this walk. */
    private record Reports(Path out) implements FileChoice {

        @Override
        public void open(String title, Consumer<Path> chosen) {
            chosen.accept(out.resolve(REPORT));
        }

        @Override
        public void save(String title, String name, Consumer<Path> chosen) {
            // As if thought better of.
        }

        @Override
        public void reveal(Path folder) {
            // Nobody is there to look.
        }
    }

    /** What a server's log has of a client that could not register at the tenant. */
    private static final String CLAUDE_CAME = """
        160.79.104.5 - - [02/Nov/2026:08:58:00 +0000] "POST /mcp HTTP/1.1" 401 0 "-" "Claude-User"
        160.79.104.5 - - [02/Nov/2026:08:58:01 +0000] "GET /.well-known/oauth-protected-resource/mcp HTTP/1.1" 200 233 "-" "python-httpx/0.28.1"
        192.0.2.9 - - [02/Nov/2026:08:58:20 +0000] "GET / HTTP/1.1" 200 612 "-" "Mozilla/5.0"
        """;

    /** One walk. */
    private record Walker(Stagehand hand, Wizard wizard, Session session, Preferences preferences, Shelf shelf,
            Path out, Consumer<String> log, Texts texts) {

        void begin() throws InterruptedException, IOException {
            picture("home-first");
        }

        Report goOn() throws InterruptedException, TimeoutException, IOException {
            hand.press("start-practice");
            page("server");
            picture("server");
            onward("tenant");
            hand.press("main-button");
            hand.until("the permissions", () -> hand.shows("permissions"));
            picture("tenant");
            onward("api");
            picture("api");
            onward("sign-in-connections");
            hand.until("the connections", () -> !hand.shows("waiting"));
            for (var name : new String[]{"google-oauth2", "Username-Password-Authentication"})
                choose("connection-" + name);
            picture("sign-in-connections");
            onward("registration");
            picture("registration");
            onward("review");
            hand.until("the plan", () -> hand.shows("read-again"));
            picture("review");
            hand.press("main-button");
            hand.until("the changes", () -> hand.shows("undo-button"));
            picture("review-done");
            takeBack();
            onward("configuration");
            picture("configuration");
            onward("check");
            picture("check-ready");
            hand.press("main-button");
            hand.until("the check", () -> session.reportProperty().get() != null);
            picture("check");
            var healthy = java.util.Objects.requireNonNull(session.reportProperty().get());
            lesson("rs-accepts-wrong-audience");
            hand.press("main-button");
            hand.until("the finding", () -> overall() == Report.Overall.BROKEN);
            picture("check-finding");
            lesson("");
            hand.press("main-button");
            hand.until("the healthy check", () -> overall() == Report.Overall.HEALTHY);
            onward("client");
            picture("client");
            hand.press("inquiry-open");
            hand.type("inquiry-shown", "Couldn’t register with the sign-in service (ofid_10a7428e82214134)");
            hand.type("inquiry-log", CLAUDE_CAME);
            hand.press("inquiry-ask");
            hand.until("the answer", () -> hand.shows("explanation"));
            picture("client-trouble");
            onward("finish");
            picture("finish");
            Stagehand.on(() -> {
                wizard.show("care");
                return true;
            });
            hand.until("the tenant afterwards", () -> hand.shows("care-traces"));
            picture("care");
            Stagehand.on(() -> {
                var setup = session.setup();
                session.setupProperty().set(setup.withApi(setup.api().withTokens(TokenSettings.PLAIN.withRoles(true)))
                        .withRoles(List.of(new Role("Tool users", "May use the tools", setup.api().scopeValues(),
                                List.of("ada@example.com")))));
                return true;
            });
            Stagehand.on(() -> {
                wizard.fail(new IllegalStateException("for the picture"));
                return true;
            });
            picture("failure");
            for (var page : new String[]{RolesPage.ID, "check-server", "settings", "about"}) {
                Stagehand.on(() -> {
                    wizard.show(page);
                    return true;
                });
                picture(page);
            }
            report(healthy);
            EarlierDays.put(shelf);
            Stagehand.on(() -> {
                wizard.setups().leavePractice();
                return true;
            });
            picture("home");
            return healthy;
        }

        /** Looks at what taking one change back would take with it, and leaves everything as it is. */
        private void takeBack() throws InterruptedException, TimeoutException, IOException {
            hand.press("take-back-one-promote-connections");
            hand.until("the choice", () -> hand.shows("take-back-all"));
            picture("review-take-back");
            hand.press("read-again");
            hand.until("the plan", () -> !hand.shows("take-back-all") && hand.shows("read-again"));
        }

        private void report(Report report) throws InterruptedException, TimeoutException, IOException {
            Files.writeString(out.resolve(REPORT), new JsonReport(Seal.NONE).write(report, texts));
            Stagehand.on(() -> {
                wizard.show("report");
                return true;
            });
            hand.press("report-open");
            hand.until("the report", () -> hand.shows("report-again"));
            picture("report");
        }

        private void lesson(String check) throws InterruptedException {
            Stagehand.on(() -> {
                hand.choice("lesson").setValue(check);
                return true;
            });
        }

        private Report.@Nullable Overall overall() {
            var report = session.reportProperty().get();
            return report == null ? null : report.overall();
        }

        private void choose(String id) throws InterruptedException {
            var chosen = Stagehand.on(() -> hand.chosen(id));
            if (!chosen)
                hand.press(id);
        }

        private void onward(String next) throws InterruptedException, TimeoutException {
            hand.press("main-button");
            page(next);
        }

        private void page(String id) throws InterruptedException, TimeoutException {
            hand.until("the page “" + id + "”", () -> wizard.page().id().equals(id));
        }

        private void picture(String name) throws InterruptedException, IOException {
            log.accept(texts.get("tour.page", Stagehand.on(() -> wizard.page().heading().getValue().title())));
            for (var shade : new Preferences.Shade[]{Preferences.Shade.LIGHT, Preferences.Shade.DARK}) {
                Stagehand.on(() -> {
                    preferences.shadeProperty().set(shade);
                    return true;
                });
                hand.picture(out.resolve(name + "-" + shade.id() + ".png"));
            }
        }
    }
}
