package mcpauth0.ui.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mcpauth0.setup.Parsed;
import mcpauth0.setup.Setup;
import mcpauth0.setup.SetupFile;
import mcpauth0.ui.Practice;
import mcpauth0.ui.Services;
import mcpauth0.ui.Wizard;
import mcpauth0.ui.model.Session;
import mcpauth0.ui.model.Shelf;
import mcpauth0.ui.model.Trouble;
import mcpauth0.ui.part.Note;
import mcpauth0.ui.part.Problem;
import mcpauth0.ui.part.Waiting;
import mcpauth0.ui.part.Words;
import org.jspecify.annotations.Nullable;

/** Where the window opens: how the set-ups of this computer stand, and what can be begun. */
public final class HomePage extends PlainPage {

    public static final String ID = "home";

    private static final int LARGEST_FILE = 1 << 20;

    private final Wizard wizard;
    private final VBox news = new VBox(8);
    private final VBox cards = new VBox(12);
    private final Button start;
    private final Button practise;
    private java.util.concurrent.@Nullable Future<?> underWay;

    public HomePage(Services services, Session session, Wizard wizard) {
        super(ID, services, session, wizard);
        this.wizard = wizard;
        start = button("start", this::begin);
        start.setId("start-setup");
        start.getStyleClass().add("accent");
        practise = button("practice", this::practise);
        practise.setId("start-practice");
        var open = button("open", () -> services.files().open(say("open"), this::open));
        open.setId("open-setup");
        var check = button("check", () -> wizard.show("check-server"));
        check.setId("start-check");
        body.getChildren().setAll(news, cards,
                grid(card("start", start), card("check", check), card("practice", practise), card("open", open)));
        for (var box : List.of(news, cards))
            box.managedProperty().bind(javafx.beans.binding.Bindings.isNotEmpty(box.getChildren()));
    }

    private Button button(String id, Runnable action) {
        var button = new Button(say(id + ".go"));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private Region card(String id, Button button) {
        var title = Words.heading(say(id));
        title.getStyleClass().add("choice-title");
        var text = Words.secondary(say(id + ".note"));
        var card = new VBox(8, title, text, button);
        VBox.setVgrow(text, Priority.ALWAYS);
        text.setMaxHeight(Double.MAX_VALUE);
        text.setAlignment(javafx.geometry.Pos.TOP_LEFT);
        card.getStyleClass().addAll("card", "choice");
        return card;
    }

    private static Node grid(Region... cards) {
        var grid = new GridPane(12, 12);
        var half = new ColumnConstraints();
        half.setPercentWidth(50);
        grid.getColumnConstraints().setAll(half, half);
        for (var i = 0; i < cards.length; i++)
            grid.add(cards[i], i % 2, i / 2);
        return grid;
    }

    @Override
    public List<Button> buttons() {
        var all = new ArrayList<Button>();
        for (var id : List.of("care", "report", "settings", "about"))
            if (wizard.all().stream().anyMatch(page -> page.id().equals(id))) {
                var button = button(id, () -> wizard.show(id));
                button.setId("go-" + id);
                button.getStyleClass().add("flat");
                all.add(button);
            }
        return all;
    }

    /** The first thing to do with the newest set-up; on the first day, its beginning. */
    @Override
    public Node first() {
        return cards.getChildren().isEmpty()
                ? start
                : cards.lookupAll(".button").stream().findFirst().orElse(start);
    }

    @Override
    public boolean cancelWait() {
        var future = underWay;
        underWay = null;
        news.getChildren().clear();
        return future != null && future.cancel(true);
    }

    @Override
    public void shown() {
        news.getChildren().clear();
        practise.setText(say(wizard.setups().practising() ? "practice-on.go" : "practice.go"));
        list();
        first().requestFocus();
    }

    private void list() {
        var all = wizard.setups().shelf().all();
        cards.getChildren().setAll(all.stream().map(this::shelved).toList());
        start.getStyleClass().remove("accent");
        if (all.isEmpty())
            start.getStyleClass().add("accent");
        heading.set(all.isEmpty()
                ? Heading.of(texts, ID)
                : new Heading(say("again.title"), say("again.lead", all.size())));
    }

    private Node shelved(Shelf.Item item) {
        return switch (item.setup()) {
            case Parsed.Good<Setup>(var setup) ->
                new SetupCard(texts, item, setup, ZoneId.systemDefault(), deeds(item));
            case Parsed.Bad<Setup> bad -> {
                var away = button("unreadable", () -> remove(item));
                away.setId("remove-" + item.id());
                yield new VBox(4, new Problem(texts, Trouble.of(bad), away),
                        Words.secondary(say("unreadable.where", wizard.setups().shelf().path(item.id()))));
            }
        };
    }

    private SetupCard.Deeds deeds(Shelf.Item item) {
        return new SetupCard.Deeds() {
            @Override
            public void goOn(@Nullable String page) {
                wizard.setups().goOn(item, page);
            }

            @Override
            public void remove() {
                HomePage.this.remove(item);
            }
        };
    }

    private void remove(Shelf.Item item) {
        try {
            wizard.setups().remove(item);
            list();
            var back = button("put-back", () -> putBack(item));
            back.setId("put-back");
            news.getChildren().setAll(Note.plain(say("removed"), "").and(back));
            back.requestFocus();
        } catch (IOException _) {
            notMoved();
        }
    }

    private void putBack(Shelf.Item item) {
        try {
            wizard.setups().shelf().restore(item);
            shown();
            first().requestFocus();
        } catch (IOException _) {
            notMoved();
        }
    }

    private void notMoved() {
        news.getChildren().setAll(new Problem(texts,
                new Trouble("input.setup-aside", List.of(String.valueOf(services.state())), null)));
    }

    private void begin() {
        wizard.setups().begin(Setup.empty());
    }

    private void practise() {
        if (wizard.setups().practising()) {
            wizard.setups().practiseOn();
            return;
        }
        if (underWay != null)
            return;
        news.getChildren().setAll(new Waiting(texts, say("practice.starting"), this::cancelWait));
        underWay = services.work().start(this::pair, pair -> {
            cancelWait();
            try {
                wizard.setups().practise(pair);
            } catch (IOException e) {
                news.getChildren().setAll(new Problem(texts, Trouble.of(e)));
            }
        }, this::failed);
    }

    /** A pair that nobody waits for any more is ended at once. */
    private Practice.Pair pair() throws IOException, InterruptedException {
        var pair = services.practice().start();
        if (Thread.interrupted()) {
            pair.close();
            throw new InterruptedException();
        }
        return pair;
    }

    private void failed(Throwable thrown) {
        underWay = null;
        news.getChildren().setAll(new Problem(texts, Trouble.of(thrown)));
    }

    private void open(Path file) {
        var _ = services.work().start(() -> {
            if (Files.size(file) > LARGEST_FILE)
                return Parsed.<Setup>bad("setup-broken", "1");
            return SetupFile.read(Files.readString(file));
        }, this::opened, this::failed);
    }

    private void opened(Parsed<Setup> read) {
        switch (read) {
            case Parsed.Good<Setup>(var setup) -> wizard.setups().begin(setup);
            case Parsed.Bad<Setup> bad -> news.getChildren().setAll(new Problem(texts, Trouble.of(bad)));
        }
    }
}
