package mcpauth0.ui.page;

import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mcpauth0.diagnose.CheckOptions;
import mcpauth0.oauth.UserAgent;
import mcpauth0.setup.McpUrl;
import mcpauth0.text.Texts;
import mcpauth0.ui.part.DeepTerms;
import mcpauth0.ui.part.Words;
import org.jspecify.annotations.Nullable;

/** How far a check goes: whether it signs in, sends what a deep check sends, asks a public resolver. */
final class CheckChoices {

    private final Texts texts;
    private final CheckBox signIn;
    private final CheckBox browser;
    private final CheckBox deep;
    private final CheckBox resolver;

    /** @param signIn whether it signs in unless the operator says otherwise */
    CheckChoices(Texts texts, boolean signIn) {
        this.texts = texts;
        this.signIn = new CheckBox(texts.get("page.check.sign-in"));
        browser = new CheckBox(texts.get("page.check.browser"));
        deep = new CheckBox(texts.get("page.check.deep"));
        resolver = new CheckBox(texts.get("page.check.public-resolver"));
        this.signIn.setSelected(signIn);
        for (var box : List.of(browser, deep))
            box.disableProperty().bind(this.signIn.selectedProperty().not());
    }

    /** Each choice with what it means, for a server that is real. */
    List<VBox> of(String signInNote, @Nullable String tenant) {
        return List.of(option(signIn, signInNote), deepFor(tenant),
                option(resolver, texts.get("page.check.public-resolver.note")));
    }

    /** In practice a user is at hand, and the browser is a choice. */
    List<VBox> ofPractice(@Nullable String tenant) {
        var choices = of(texts.get("page.check.sign-in.practice"), tenant);
        choices.getFirst().getChildren().add(Words.under(browser));
        return choices;
    }

    void preferDeep(boolean preferred) {
        deep.setSelected(preferred);
    }

    /** Whether the operator would rather sign in than leave it to the user of practice. */
    boolean inBrowser() {
        return browser.isSelected();
    }

    /** @param agent who signs in, if somebody is to */
    CheckOptions chosen(McpUrl server, UserAgent agent) {
        var login = signIn.isSelected();
        return CheckOptions.of(server).withUserAgent(login ? agent : null).withDeep(login && deep.isSelected())
                .withPublicResolver(resolver.isSelected());
    }

    /** What one agrees to stands below it. */
    private VBox deepFor(@Nullable String tenant) {
        var terms = new DeepTerms(texts, tenant);
        var option = option(deep);
        deep.setAccessibleHelp(terms.spoken());
        option.setSpacing(6);
        option.getChildren().add(Words.under(terms));
        return option;
    }

    private static VBox option(CheckBox box, String... notes) {
        box.setMinHeight(Region.USE_PREF_SIZE);
        box.setWrapText(true);
        box.setAccessibleHelp(String.join(" ", notes));
        var option = new VBox(2, box);
        for (var note : notes)
            option.getChildren().add(Words.under(Words.secondary(note)));
        return option;
    }
}
