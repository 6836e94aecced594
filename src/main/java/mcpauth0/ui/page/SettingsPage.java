package mcpauth0.ui.page;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import mcpauth0.http.Proxies;
import mcpauth0.http.Trust;
import mcpauth0.setup.Secret;
import mcpauth0.text.Language;
import mcpauth0.ui.Preferences;
import mcpauth0.ui.Services;
import mcpauth0.ui.Walk;
import mcpauth0.ui.model.Session;
import mcpauth0.ui.part.CopyField;
import mcpauth0.ui.part.Question;
import mcpauth0.ui.part.Words;
import org.jspecify.annotations.Nullable;

/** How the window looks, how it reaches the network, whom it trusts, and where it keeps things. */
public final class SettingsPage extends PlainPage {

    public static final String ID = "settings";

    private final TextField name = new TextField();
    private final PasswordField password = new PasswordField();
    private final VBox trusted = new VBox(4);

    public SettingsPage(Services services, Session session, Walk walk) {
        super(ID, services, session, walk);
        forward.set(new Forward(texts.get("page.settings.back"), walk::back));
        body.setSpacing(24);
        body.getChildren().setAll(
                choice("look", List.of(Preferences.Shade.values()), services.preferences().shadeProperty(),
                        Preferences.Shade::id),
                choice("contrast", List.of(Preferences.Contrast.values()), services.preferences().contrastProperty(),
                        Preferences.Contrast::id),
                size(),
                language(), network(),
                section("trust", trusted, Words.secondary(texts.get("page.settings.trust.note"))),
                new CopyField(texts, texts.get("page.settings.folder"), services.state().toString(),
                        texts.get("page.settings.folder.note")));
        session.reach().serverAuthorityProperty().subscribe(_ -> trust());
        session.reach().tenantAuthorityProperty().subscribe(_ -> trust());
        session.practiceProperty().subscribe(_ -> trust());
    }

    private <T> Node choice(String id, List<T> values, ObjectProperty<T> chosen, Function<T, String> name) {
        var group = new ToggleGroup();
        var line = new FlowPane(16, 4);
        for (var one : values) {
            var button = new RadioButton(texts.get("page.settings." + id + "." + name.apply(one)));
            button.setToggleGroup(group);
            button.setOnAction(_ -> chosen.set(one));
            chosen.subscribe(now -> button.setSelected(now.equals(one)));
            line.getChildren().add(button);
        }
        return section(id, line);
    }

    private Node size() {
        var group = new ToggleGroup();
        var line = new FlowPane(16, 4);
        var percent = services.preferences().textPercentProperty();
        for (var size = Preferences.SMALLEST; size <= Preferences.LARGEST; size += 25) {
            var mine = size;
            var button = new RadioButton(texts.get("page.settings.size.percent", mine));
            button.setToggleGroup(group);
            button.setOnAction(_ -> percent.set(mine));
            percent.subscribe(now -> button.setSelected(now.intValue() == mine));
            line.getChildren().add(button);
        }
        return section("size", line);
    }

    /** Choosing another opens the window anew, which is asked about where something would be lost. */
    private Node language() {
        var group = new ToggleGroup();
        var line = new FlowPane(16, 4);
        var asked = new VBox();
        asked.managedProperty().bind(Bindings.isNotEmpty(asked.getChildren()));
        var chosen = services.preferences().languageProperty();
        var system = new RadioButton(texts.get("page.settings.language.system"));
        system.setId("language-system");
        line.getChildren().add(offered(system, group, null, asked));
        for (var one : Language.values()) {
            var button = new RadioButton(one.ownName());
            button.setId("language-" + one.id());
            line.getChildren().add(offered(button, group, one, asked));
        }
        chosen.subscribe(now -> select(group, now));
        return section("language", line, asked);
    }

    private RadioButton offered(RadioButton button, ToggleGroup group, @Nullable Language language, VBox asked) {
        var chosen = services.preferences().languageProperty();
        button.setToggleGroup(group);
        button.setUserData(language);
        button.setOnAction(_ -> {
            asked.getChildren().clear();
            if (session.tenant() == null && session.practice() == null)
                chosen.set(language);
            else {
                var question = new Question("language", texts.get("page.settings.language.sure"),
                        texts.get(session.practice() == null
                                ? "page.settings.language.tenant"
                                : "page.settings.language.practice"),
                        new Question.Answer(texts.get("page.settings.language.no"), () -> {
                            asked.getChildren().clear();
                            select(group, chosen.get());
                        }), new Question.Answer(texts.get("page.settings.language.yes"), () -> chosen.set(language)));
                asked.getChildren().setAll(question);
                question.begin();
            }
        });
        return button;
    }

    private static void select(ToggleGroup group, @Nullable Language language) {
        group.getToggles().forEach(one -> one.setSelected(Objects.equals(one.getUserData(), language)));
    }

    private Node network() {
        var proxy = services.network().proxies().forUrl("https://auth0.com/");
        var login = services.network().proxies().login();
        if (login != null)
            name.setText(login.name());
        name.setPrefColumnCount(18);
        password.setPrefColumnCount(18);
        name.textProperty().subscribe(_ -> proxyLogin());
        password.textProperty().subscribe(_ -> proxyLogin());
        return section("proxy",
                Words.body(proxy == null
                        ? texts.get("page.settings.proxy.none")
                        : texts.get("page.settings.proxy.used", proxy)),
                new FlowPane(16, 8, field("page.settings.proxy.name", name),
                        field("page.settings.proxy.password", password)),
                Words.secondary(texts.get("page.settings.proxy.note")));
    }

    /** An empty name leaves what the environment says. */
    private void proxyLogin() {
        session.reach().proxyLoginProperty().set(name.getText().isBlank()
                ? services.network().proxies().login()
                : new Proxies.Login(name.getText().strip(), Secret.of(password.getText())));
    }

    private void trust() {
        trusted.getChildren().clear();
        if (session.practice() != null) {
            trusted.getChildren().add(Words.body(texts.get("page.settings.trust.practice")));
            return;
        }
        var trust = services.network().trust();
        trusted.getChildren().addAll(
                Words.body(texts.get("page.settings.trust.java", trust.count(Trust.Source.JAVA))),
                Words.body(texts.get("page.settings.trust.system", trust.count(Trust.Source.SYSTEM))));
        var server = session.reach().serverAuthorityProperty().get();
        if (server != null)
            trusted.getChildren().add(Words.body(texts.get("page.settings.trust.server", server)));
        var tenant = session.reach().tenantAuthorityProperty().get();
        if (tenant != null)
            trusted.getChildren().add(Words.body(texts.get("page.settings.trust.tenant", tenant)));
    }

    private Node field(String key, Control control) {
        var label = new Label(texts.get(key));
        label.setLabelFor(control);
        label.getStyleClass().add("field-label");
        control.setAccessibleText(texts.get(key));
        return new VBox(4, label, control);
    }

    private VBox section(String id, Node... content) {
        var box = new VBox(8, Words.heading(texts.get("page.settings." + id)));
        box.getChildren().addAll(content);
        return box;
    }
}
