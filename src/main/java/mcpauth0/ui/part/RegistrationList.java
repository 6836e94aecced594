package mcpauth0.ui.part;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import mcpauth0.auth0.Registrations;
import mcpauth0.auth0.ThirdParty;
import mcpauth0.text.Texts;

/** Third-party applications in their groups. Those that nobody uses can be chosen; those that the log has seen cannot. */
public final class RegistrationList extends VBox {

    private final Texts texts;
    private final Function<Instant, String> date;
    private final List<CheckBox> boxes = new ArrayList<>();
    private Runnable listener = () -> {
    };

    public RegistrationList(Texts texts, Registrations all, Function<Instant, String> date) {
        super(8);
        this.texts = texts;
        this.date = date;
        setId("registration-list");
        all.groups().forEach(group -> getChildren().add(card(group, all)));
    }

    /** Calls it whenever something else is chosen, and once at the start. */
    public void onChoice(Runnable newListener) {
        listener = newListener;
        newListener.run();
    }

    public List<ThirdParty> chosen() {
        return boxes.stream().filter(CheckBox::isSelected).map(box -> (ThirdParty) box.getUserData()).toList();
    }

    private Node card(Registrations.Group group, Registrations all) {
        var used = group.members().stream().filter(one -> one.use() == ThirdParty.Use.SEEN).toList();
        var idle = group.members().stream().filter(one -> !used.contains(one) && one.use() != ThirdParty.Use.NEW)
                .toList();
        var card = new VBox(4, Words.heading(texts.get("part.registrations.group", group.name(),
                group.members().size())), Words.secondary(String.join("  ", group.callbacks())));
        card.getStyleClass().add("card");
        used.stream().map(ThirdParty::seen).filter(Objects::nonNull).max(Comparator.naturalOrder())
                .ifPresent(last -> card.getChildren()
                        .add(Words.body(texts.get("part.registrations.used", used.size(), date.apply(last)))));
        var fresh = group.members().size() - used.size() - idle.size();
        if (fresh > 0)
            card.getChildren().add(Words.body(texts.get("part.registrations.new", fresh)));
        if (!idle.isEmpty())
            card.getChildren().add(choice(group, idle, all));
        return card;
    }

    private Node choice(Registrations.Group group, List<ThirdParty> idle, Registrations all) {
        var each = new VBox(2);
        var mine = new ArrayList<CheckBox>();
        for (var one : idle) {
            var box = box(texts.get("part.registrations.one", one.id(), why(one)));
            box.setUserData(one);
            box.setSelected(all.stale(one));
            mine.add(box);
            each.getChildren().add(box);
        }
        boxes.addAll(mine);
        var whole = box(texts.get("part.registrations.idle", idle.size()));
        whole.setAccessibleText(whole.getText() + " " + group.name());
        whole.setId("retire-" + group.name().replaceAll("\\W+", "-"));
        whole.setAllowIndeterminate(false);
        Runnable sum = () -> {
            var count = mine.stream().filter(CheckBox::isSelected).count();
            whole.setSelected(count == mine.size());
            whole.setIndeterminate(count > 0 && count < mine.size());
            listener.run();
        };
        whole.setOnAction(_ -> {
            var on = whole.isSelected();
            mine.forEach(box -> box.setSelected(on));
            sum.run();
        });
        mine.forEach(box -> box.setOnAction(_ -> sum.run()));
        sum.run();
        var unfold = new ToggleButton(texts.get("part.registrations.unfold"));
        unfold.getStyleClass().add("small");
        unfold.setAccessibleText(texts.get("part.registrations.unfold") + " " + group.name());
        each.visibleProperty().bind(unfold.selectedProperty());
        each.managedProperty().bind(each.visibleProperty());
        return new VBox(4, whole, new FlowPane(8, 4, unfold), each);
    }

    private String why(ThirdParty one) {
        var registered = one.registered();
        return registered != null
                ? texts.get("part.registrations.since", date.apply(registered))
                : texts.get(one.use() == ThirdParty.Use.NEVER
                        ? "part.registrations.never"
                        : one.agreements() > 0 ? "part.registrations.agreed" : "part.registrations.silent");
    }

    private static CheckBox box(String text) {
        var box = new CheckBox(text);
        box.setMnemonicParsing(false);
        box.setWrapText(true);
        box.setMinHeight(USE_PREF_SIZE);
        return box;
    }
}
