package mcpauth0.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import mcpauth0.access.Keychain;
import mcpauth0.access.NamedConnections;
import mcpauth0.http.Network;
import mcpauth0.oauth.UserAgent;
import mcpauth0.setup.Setup;
import mcpauth0.setup.TenantDomain;
import mcpauth0.ui.model.Session;
import mcpauth0.ui.part.Words;

/** A page's surroundings without a window around it: it writes down what the page asks for. */
public final class Rooms implements Walk {

    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-02T09:00:00Z"), ZoneOffset.UTC);

    /** What the page asked for: {@code next}, {@code detour tenant} … */
    public final List<String> asked = new ArrayList<>();
    public final List<String> opened = new ArrayList<>();
    public final Session session;
    public final Services services;
    private final Path state;

    public Rooms() throws IOException {
        this(Network.system());
    }

    public Rooms(Network network) throws IOException {
        this(new Work(Runnable::run, Rooms::onScreen), network);
    }

    public Rooms(Work work) throws IOException {
        this(work, Network.system());
    }

    /** At once, except what comes from another thread: what is on the screen is altered by the screen's alone. */
    private static void onScreen(Runnable news) {
        if (Platform.isFxApplicationThread())
            news.run();
        else
            Platform.runLater(news);
    }

    public Rooms(Work work, Network network) throws IOException {
        state = Files.createTempDirectory("rooms");
        session = new Session(network, state);
        UserAgent browser = opened::add;
        services = new Services(network, state, () -> {
            throw new IOException("no practice here");
        }, work, Specimens.texts(), browser, new Dialogs(), new Preferences(state),
                new NamedConnections(state, Keychain.none()), CLOCK);
    }

    /** A set-up whose server and tenant are chosen. */
    public Rooms chosen() {
        session.setupProperty().set(Setup.empty().withServer(Specimens.SERVER)
                .withTenant(TenantDomain.parse("acme-dev.eu.auth0.com").orThrow()));
        return this;
    }

    /** Where everything that is saved goes. */
    public Path saved() {
        return state.resolve("saved");
    }

    private final class Dialogs implements FileChoice {
        @Override
        public void open(String title, Consumer<Path> chosen) {
            chosen.accept(saved());
        }

        @Override
        public void save(String title, String name, Consumer<Path> chosen) {
            chosen.accept(state.resolve(name));
            asked.add("save " + name);
        }

        @Override
        public void reveal(Path folder) {
            asked.add("reveal " + folder);
        }
    }

    public Path state() {
        return state;
    }

    /** The page as the window shows it, near enough: heading, body, buttons. */
    public static void show(Stage stage, Page page, int percent) {
        var content = new VBox(16);
        var bar = new HBox(8);
        page.heading().subscribe(heading -> {
            var title = Words.heading(heading.title());
            title.setStyle("-fx-font-size: 1.571em");
            var top = new VBox(4, title, Words.body(heading.lead()));
            if (content.getChildren().isEmpty())
                content.getChildren().addAll(top, page.body());
            else
                content.getChildren().set(0, top);
        });
        page.forward().subscribe(forward -> {
            bar.getChildren().setAll(page.buttons());
            if (forward != null) {
                var button = new Button(forward.label());
                button.setId("forward");
                button.getStyleClass().add("accent");
                button.setOnAction(_ -> forward.action().run());
                bar.getChildren().add(button);
            }
        });
        content.setStyle("-fx-padding: 28 32 24 32");
        bar.setStyle("-fx-padding: 15 24 15 24");
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        var root = new BorderPane(scroll, null, null, bar, null);
        root.setStyle("-fx-background-color: -color-bg-default; -fx-font-family: Inter; -fx-font-size: "
                + 14 * percent / 100 + "px");
        var scene = new Scene(root, 852, 760);
        for (var name : List.of("app.css", "check.css")) {
            var sheet = Rooms.class.getResource(name);
            if (sheet != null)
                scene.getStylesheets().add(sheet.toExternalForm());
        }
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        page.shown();
    }

    @Override
    public void next() {
        asked.add("next");
    }

    @Override
    public void leap(String page) {
        asked.add("leap " + page);
    }

    @Override
    public void back() {
        asked.add("back");
    }

    @Override
    public void detour(String page) {
        asked.add("detour " + page);
    }

    @Override
    public void show(String page) {
        asked.add("show " + page);
    }

    @Override
    public void home() {
        asked.add("home");
    }
}
