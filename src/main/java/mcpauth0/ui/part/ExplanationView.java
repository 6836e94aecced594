package mcpauth0.ui.part;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mcpauth0.diagnose.client.AccessLine;
import mcpauth0.diagnose.client.Explanation;
import mcpauth0.diagnose.client.Explanation.Suspect;
import mcpauth0.diagnose.client.Hop;
import mcpauth0.diagnose.client.Trail;
import mcpauth0.export.connect.TroubleText;
import mcpauth0.text.Texts;
import mcpauth0.ui.model.Inquiry.Answer;
import mcpauth0.ui.model.Mark;

/** Why a client did not connect: where it stopped and who has it in hand, what its message means, what to look at. */
public final class ExplanationView extends VBox {

    private final Texts texts;
    private final String client;
    private final Consumer<String> leads;

    /**
     * @param leads shows the finding of that check
     * @param other asks the same about another client
     */
    public ExplanationView(Answer answer, Texts texts, Consumer<String> leads, Consumer<String> other) {
        super(12);
        this.texts = texts;
        this.leads = leads;
        var told = answer.told();
        client = texts.get("client." + told.client() + ".name");
        setId("explanation");
        setFocusTraversable(true);
        getStyleClass().addAll("panel", "explanation");
        head(told);
        var trail = told.trail();
        if (trail != null && !trail.strangers().isEmpty())
            strangers(trail.strangers(), other);
        else if (trail != null)
            way(trail);
        var story = told.story();
        if (story != null)
            getChildren()
                    .add(part("inquiry.tenant", Words.body(texts.get(story.key("problem"), story.values().toArray())),
                            Words.body(texts.get(story.key("cause"), story.values().toArray())),
                            Words.body(texts.get(story.key("cure"), story.values().toArray())),
                            Words.secondary(texts.get("inquiry.log." + answer.log().id()))));
        else
            getChildren().add(part("inquiry.tenant", Words.body(texts.get("inquiry.log." + answer.log().id()))));
        if (!told.symptoms().isEmpty() || !told.reference().isEmpty())
            means(told);
        if (!told.suspects().isEmpty())
            suspects(told);
        if (told.exhausted())
            getChildren().add(goOn(answer));
        getChildren().add(
                new CopyButton(texts, texts.get("inquiry.copy"), texts.get("inquiry.answer"),
                        () -> TroubleText.write(told, answer.log().id(), answer.shown(), answer.server(),
                                answer.asked(), texts)));
    }

    private void head(Explanation told) {
        var trail = told.trail();
        var strange = trail != null && !trail.strangers().isEmpty();
        var title = trail != null && !strange && (trail.halt().stopped() || !told.tells())
                ? texts.get("halt." + trail.halt().id() + ".problem", client)
                : texts.get(told.tells() ? "inquiry.known" : "inquiry.nothing", client);
        var words = Words.heading(title);
        words.setId("explanation-title");
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().add(new HBox(8, new MarkShape(told.tells() ? Mark.LOOK : Mark.UNSEEN), words));
        if (!told.tells() && !strange)
            getChildren().add(Words.body(texts.get("inquiry.nothing.note")));
        var owner = texts.get("owner." + told.owner().id());
        if (told.tells() && told.owner() != mcpauth0.diagnose.client.Halt.Owner.NOBODY) {
            var who = Words.body(texts.get("inquiry.owner", owner));
            who.setId("explanation-owner");
            getChildren().add(who);
        }
        setAccessibleText(title + " " + owner);
        Announcer.sayWhenShown(this, getAccessibleText());
    }

    private void way(Trail trail) {
        var halt = "halt." + trail.halt().id();
        if (!trail.halt().stopped())
            getChildren().add(Words.body(texts.get(halt + ".problem", client)));
        getChildren().add(new VBox(4, Words.body(texts.get(halt + ".cause", client)),
                Words.body(texts.get(halt + ".cure", client))));
        if (!trail.sure() && trail.halt().stopped())
            getChildren().add(Words.secondary(texts.get("inquiry.unsure")));
        var hops = new VBox(4);
        hops.getStyleClass().add("hops");
        trail.hops().forEach((hop, state) -> hops.getChildren().add(hop(hop, state)));
        getChildren().add(part("inquiry.way", hops,
                Words.secondary(texts.get("inquiry.counted", trail.theirs(), trail.others(), trail.unread()))));
        if (!trail.lines().isEmpty()) {
            var shown = String.join("\n", trail.lines().stream().map(AccessLine::shown).toList());
            getChildren().add(new RawText(shown, texts.get("inquiry.lines")));
        }
    }

    /** The lines are somebody else's: then nothing is known of this client. */
    private void strangers(List<String> clients, Consumer<String> other) {
        var note = Note.look(texts.get("inquiry.stranger", client, names(clients)),
                texts.get("inquiry.stranger.note", client));
        note.setId("explanation-stranger");
        for (var each : clients) {
            var ask = new Button(texts.get("inquiry.stranger.go", name(each)));
            ask.setId("ask-" + each);
            ask.getStyleClass().add("small");
            ask.setOnAction(_ -> other.accept(each));
            note.and(ask);
        }
        getChildren().add(note);
    }

    private String names(List<String> clients) {
        return String.join(", ", clients.stream().map(this::name).toList());
    }

    private String name(String id) {
        return texts.get("client." + id + ".name");
    }

    /** What to do when the check has ruled everything out. */
    private Node goOn(Answer answer) {
        var box = part("inquiry.exhausted", Words.body(texts.get("inquiry.exhausted.again", client)));
        box.setId("explanation-go-on");
        if (answer.told().trail() == null)
            box.getChildren().add(Words.body(texts.get("inquiry.exhausted.lines", client)));
        if (answer.checked() != null)
            box.getChildren().add(Words.body(texts.get("inquiry.exhausted.check",
                    texts.moment(answer.checked(), ZoneId.systemDefault()))));
        box.getChildren().add(Words.body(texts.get("inquiry.exhausted.send", client)));
        return box;
    }

    private Node hop(Hop hop, Hop.State state) {
        var mark = switch (state) {
            case GONE -> Mark.GOOD;
            case MISSING -> Mark.BROKEN;
            case OUT_OF_SIGHT -> Mark.UNSEEN;
            case NOT_REACHED -> Mark.TO_DO;
        };
        var shape = new MarkShape(mark);
        shape.getStyleClass().add("status-small");
        var words = Words.body(texts.get("hop." + hop.id()) + " – " + texts.get("hop.state." + state.id()));
        words.setId("hop-" + hop.id());
        HBox.setHgrow(words, Priority.ALWAYS);
        return new HBox(8, shape, words);
    }

    private void means(Explanation told) {
        var box = part("inquiry.means");
        for (var symptom : told.symptoms())
            box.getChildren().add(Words.body(texts.get("symptom." + symptom.id() + ".means", client)));
        if (!told.reference().isEmpty())
            box.getChildren().add(Words.body(texts.get("inquiry.reference", told.reference(), client)));
        getChildren().add(box);
    }

    private void suspects(Explanation told) {
        var box = part("inquiry.suspects");
        for (var suspect : told.suspects())
            box.getChildren().add(suspect(suspect));
        getChildren().add(box);
    }

    private Node suspect(Suspect suspect) {
        var mark = switch (suspect.known()) {
            case STOPS, BROKEN -> Mark.BROKEN;
            case GOOD -> Mark.GOOD;
            case UNSEEN -> Mark.UNSEEN;
        };
        var shape = new MarkShape(mark);
        shape.getStyleClass().add("status-small");
        // What is ruled out is said as what holds: a tick beside a fault reads as its opposite.
        var title = texts.get(
                "check." + suspect.check() + (suspect.known() == Explanation.Known.GOOD ? ".holds" : ".title"));
        var state = texts.get("suspect." + suspect.known().id());
        var link = new Hyperlink(title);
        link.setId("suspect-" + suspect.check());
        link.setWrapText(true);
        link.setMinHeight(USE_PREF_SIZE);
        link.setAccessibleText(title + ", " + state);
        link.setOnAction(_ -> leads.accept(suspect.check()));
        var words = new VBox(0, link, Words.secondary(state));
        HBox.setHgrow(words, Priority.ALWAYS);
        return new HBox(8, shape, words);
    }

    private VBox part(String title, Node... inside) {
        var box = new VBox(4, Words.heading(texts.get(title)));
        box.getChildren().addAll(inside);
        return box;
    }
}
