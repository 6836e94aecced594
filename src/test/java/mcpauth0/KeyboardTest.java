package mcpauth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import mcpauth0.demo.Past;
import mcpauth0.setup.Registration;
import mcpauth0.setup.Role;
import mcpauth0.setup.TokenSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * On every page, as it is while a set-up is walked through, the Tab key alone reaches everything that can be pressed,
 * typed into or chosen; what it is at can be seen, and has a name that a screen reader can say.
 */
class KeyboardTest {

    /** More than any page has. */
    private static final int MOST = 400;

    @TempDir
    Path state;

    private final List<String> troubles = new ArrayList<>();
    private final Set<String> walked = new TreeSet<>();

    @Test
    void tabReachesEverythingOnEveryPageAndEverythingHasAName() throws Exception {
        try (var window = OpenWindow.open(state)) {
            walk(window, "");
            window.press("start-practice");
            walk(window, "to be asked");
            onward(window, "tenant");
            for (var way : List.of("by-key", "by-token", "by-secret")) {
                OpenWindow.onScreen(() -> {
                    ((RadioButton) window.scene.lookup("#" + way)).setSelected(true);
                    return true;
                });
                walk(window, way);
            }
            window.press("main-button");
            walk(window, "open");
            onward(window, "api");
            choose(window);
            onward(window, "sign-in-connections");
            onward(window, "roles");
            onward(window, "registration");
            window.press("preview-claude");
            walk(window, "previewed");
            onward(window, "review");
            walk(window, "plan");
            page(window, "check");
            window.press("main-button");
            walk(window, "broken");
            window.press("cure-open-registration");
            assertThat(window.there("cure-apply")).isTrue();
            walk(window, "cure");
            page(window, "review");
            window.press("main-button");
            assertThat(window.title()).contains("changes are done");
            walk(window, "done");
            window.press("take-back-one-create-api");
            walk(window, "taking back");
            page(window, "configuration");
            page(window, "check");
            walk(window, "ready");
            window.press("main-button");
            assertThat(window.session.reportProperty().get()).isNotNull();
            walk(window, "report");
            window.pair().tenant().past(Past::forgotten);
            window.pair().tenant().change(tenant -> tenant.settings().put("resource_parameter_profile", "audience"));
            page(window, "care");
            for (var button : List.of("care-retire", "care-leave", "care-close")) {
                window.press(button);
                walk(window, button);
            }
            window.openReports(state);
            for (var page : List.copyOf(window.wizard.all())) {
                page(window, page.id());
                walk(window, "filled");
            }
            assertThat(walked).containsAll(window.wizard.all().stream().map(page -> page.id()).toList());
        }
        assertThat(troubles).isEmpty();
    }

    /** Everything that there is to choose on the pages that follow. */
    private static void choose(OpenWindow window) throws Exception {
        OpenWindow.onScreen(() -> {
            var setup = window.session.setup();
            window.session.setupProperty().set(setup
                    .withApi(setup.api().withTokens(TokenSettings.PLAIN.withRoles(true)))
                    .withRoles(List.of(new Role("Tool users", "May use them", setup.api().scopeValues(),
                            List.of("ada@example.com"))))
                    .withRegistration(new Registration(true, false,
                            List.of("https://claude.ai/oauth/mcp-oauth-client-metadata"),
                            List.of(new Registration.Application("other", "Our bot",
                                    List.of("https://bot.example/callback"), true)))));
            return true;
        });
    }

    private static void page(OpenWindow window, String id) throws Exception {
        OpenWindow.onScreen(() -> {
            window.wizard.show(id);
            return true;
        });
        assertThat(window.page()).isEqualTo(id);
    }

    private void onward(OpenWindow window, String next) throws Exception {
        window.press("main-button");
        assertThat(window.page()).as(window.words()).isEqualTo(next);
        walk(window, "");
    }

    private void walk(OpenWindow window, String how) throws Exception {
        window.restful();
        OpenWindow.onScreen(() -> {
            var id = window.wizard.page().id();
            walked.add(id);
            window.settle();
            var where = id + (how.isEmpty() ? "" : " (" + how + ")") + ": ";
            var reached = reached(window, where);
            var all = new ArrayList<Node>();
            collect(window.scene.getRoot(), all);
            assertThat(all).as(where).hasSizeGreaterThan(1);
            for (var node : all) {
                if (!reached.contains(node) && !inReachedGroup(node, reached))
                    troubles.add(where + "is not reached: " + node);
                if (!named(node, window.scene.getRoot()))
                    troubles.add(where + "has no name: " + node);
            }
            return true;
        });
    }

    /** What Tab comes to, beginning where the page begins, until it has come round. */
    private List<Node> reached(OpenWindow window, String where) {
        var reached = new ArrayList<Node>();
        var owner = window.scene.getFocusOwner();
        while (owner != null && !reached.contains(owner)) {
            reached.add(owner);
            if (!isInSight(owner))
                troubles.add(where + "has the keyboard out of sight: " + owner);
            for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED))
                Objects.requireNonNull(window.scene.getFocusOwner()).fireEvent(
                        new KeyEvent(type, "", "\t", KeyCode.TAB, false, false, false, false));
            window.settle();
            owner = window.scene.getFocusOwner();
            assertThat(reached).as(where).hasSizeLessThan(MOST);
        }
        assertThat(owner).as(where + "somebody has the keyboard").isNotNull();
        if (reached.size() > 1 && reached.getLast().equals(owner))
            troubles.add(where + "does not let the keyboard go: " + owner);
        return reached;
    }

    private static boolean isInSight(Node node) {
        var here = node.localToScene(node.getLayoutBounds());
        for (Node parent = node.getParent(); parent != null; parent = parent.getParent())
            if (parent instanceof ScrollPane scroll && !overlaps(scroll.localToScene(scroll.getLayoutBounds()), here))
                return false;
        return true;
    }

    private static boolean overlaps(Bounds one, Bounds other) {
        return one.getMinY() < other.getMaxY() && other.getMinY() < one.getMaxY();
    }

    /** Arrow keys lead through a group, of which Tab may come to one alone. */
    private static boolean inReachedGroup(Node node, List<Node> reached) {
        return node instanceof RadioButton radio && radio.getToggleGroup() != null && reached.stream()
                .anyMatch(other -> other instanceof RadioButton one
                        && radio.getToggleGroup().equals(one.getToggleGroup()));
    }

    private static void collect(Node node, List<Node> all) {
        if (!node.isVisible() || node.isDisabled() || !node.isManaged())
            return;
        if (operable(node) || (node instanceof Control && node.isFocusTraversable()))
            all.add(node);
        // What a control is made of belongs to it; a scroll pane only surrounds.
        if (node instanceof Parent parent && (!(node instanceof Control) || node instanceof ScrollPane))
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, all));
    }

    private static boolean operable(Node node) {
        return node instanceof ButtonBase || node instanceof TextInputControl || node instanceof ComboBoxBase<?>
                || node instanceof ChoiceBox<?> || node instanceof ListView<?> || node instanceof Slider;
    }

    private static boolean named(Node node, Parent root) {
        var texts = Stream.concat(Stream.of(node.getAccessibleText()),
                node instanceof Labeled labeled ? Stream.of(labeled.getText()) : labels(node, root));
        return texts.anyMatch(text -> text != null && !text.isBlank());
    }

    private static Stream<String> labels(Node node, Parent root) {
        return root.lookupAll(".label").stream().filter(Label.class::isInstance).map(Label.class::cast)
                .filter(label -> node.equals(label.getLabelFor())).map(Label::getText);
    }
}
