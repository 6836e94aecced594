package mcpauth0.ui.page;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import mcpauth0.auth0.Snapshot;
import mcpauth0.setup.Setup;
import mcpauth0.setup.TokenSettings;
import mcpauth0.setup.TokenSettings.Dialect;
import mcpauth0.setup.TokenSettings.Signing;
import mcpauth0.text.Texts;
import mcpauth0.ui.model.Trouble;
import mcpauth0.ui.part.Field;
import mcpauth0.ui.part.Form;
import mcpauth0.ui.part.Words;
import org.jspecify.annotations.Nullable;

/** What few operators need, behind one switch: how tokens are made, and what they are made for without being asked. */
final class ApiOptions extends TitledPane {

    private final Texts texts;
    private final CheckBox roles = box("api-rbac", "roles");
    private final ComboBox<Dialect> dialect = new ComboBox<>();
    private final ComboBox<Signing> signing = new ComboBox<>();
    private final VBox signingFixed = new VBox();
    private final TextField seconds = new TextField();
    private final TextField inBrowsers = new TextField();
    private final Field secondsField;
    private final Field inBrowsersField;
    private final CheckBox audience = box("default-audience", "audience");
    private final VBox affected = new VBox();
    private final CheckBox machines = box("replace-machine-grant", "machines");
    private final VBox machineChoice;

    ApiOptions(Texts texts) {
        this.texts = texts;
        roles.setText(say("roles"));
        audience.setText(say("audience"));
        machines.setText(say("machines"));
        dialect.getItems().setAll(Dialect.values());
        dialect.setConverter(words("dialect."));
        signing.getItems().setAll(Signing.values());
        signing.setConverter(words("signing."));
        secondsField = new Field("api-seconds", say("seconds"), say("seconds.note"), seconds);
        inBrowsersField = new Field("api-seconds-web", say("seconds-web"), say("seconds-web.note"), inBrowsers);
        machineChoice = explained(machines, "machines.note");
        machineChoice.managedProperty().bind(machineChoice.visibleProperty());
        setText(say("expert"));
        setId("api-options");
        setContent(new VBox(16, explained(roles, "roles.note"),
                new Field("api-dialect", say("dialect"), say("dialect.note"), dialect),
                new VBox(4, new Field("api-signing", say("signing"), say("signing.note"), signing), signingFixed),
                secondsField, inBrowsersField, machineChoice,
                new VBox(8, Words.secondary(say("audience.note")), audience, affected)));
        setAnimated(false);
        setExpanded(false);
    }

    private String say(String key, Object... values) {
        return texts.get("page.api." + key, values);
    }

    private static CheckBox box(String id, String key) {
        var box = new CheckBox(key);
        box.setId(id);
        box.setWrapText(true);
        return box;
    }

    private VBox explained(CheckBox box, String note) {
        return new VBox(4, box, Words.under(Words.secondary(say(note))));
    }

    private <T extends Enum<T>> StringConverter<T> words(String prefix) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : say(prefix + value.name());
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException(text);
            }
        };
    }

    /** @param known the tenant, where it was read */
    void show(Setup setup, @Nullable Snapshot known) {
        var tokens = setup.api().tokens();
        var there = known == null ? Optional.<Snapshot.Api>empty() : known.api(setup.audience());
        roles.setSelected(tokens.roles() || there.map(Snapshot.Api::roles).orElse(false));
        roles.setDisable(there.map(Snapshot.Api::roles).orElse(false));
        dialect.setValue(tokens.dialect());
        var chosen = tokens.signing();
        signing.setValue(chosen == null ? Signing.RS256 : chosen);
        signing.setDisable(there.isPresent());
        signingFixed.getChildren().setAll(there.<List<Node>>map(
                api -> List.of(Words.secondary(say("signing.fixed", api.signingAlg())))).orElse(List.of()));
        seconds.setText(number(tokens.seconds()));
        inBrowsers.setText(number(tokens.secondsInBrowsers()));
        audience.setSelected(setup.defaultAudience());
        affected.getChildren().setAll(Words.secondary(affected(known)));
        machines.setSelected(setup.api().replaceMachineGrant());
        machineChoice.setVisible(setup.api().replaceMachineGrant() || (known != null && known.grants().stream()
                .anyMatch(grant -> grant.audience().equals(setup.audience()) && grant.forMachines())));
    }

    private String affected(@Nullable Snapshot known) {
        var names = known == null
                ? List.<String>of()
                : known.clients().stream().filter(Snapshot.Client::signsPeopleIn).map(Snapshot.Client::name).toList();
        return names.isEmpty()
                ? say("audience.warning")
                : say("audience.warning") + " "
                        + say("audience.affected", names.size(), String.join(", ", names.stream().limit(5).toList()));
    }

    private static String number(@Nullable Integer value) {
        return value == null ? "" : String.valueOf(value);
    }

    /** Says at the fields what is wrong. */
    void check(Form form) {
        for (var field : List.of(secondsField, inBrowsersField))
            if (field.control() instanceof TextField input && !lasts(input.getText().strip())) {
                setExpanded(true);
                form.complain(field, new Trouble("input.token-lifetime", List.of(), null));
            }
    }

    boolean good() {
        return lasts(seconds.getText().strip()) && lasts(inBrowsers.getText().strip());
    }

    private static boolean lasts(String typed) {
        return typed.isEmpty() || (typed.matches("\\d{1,7}") && TokenSettings.lasts(Integer.parseInt(typed)));
    }

    private static @Nullable Integer seconds(TextField input) {
        var typed = input.getText().strip();
        return typed.isEmpty() ? null : Integer.valueOf(typed);
    }

    /** The set-up with what is chosen here. */
    Setup into(Setup setup) {
        var before = setup.api().tokens().signing();
        var chosen = signing.isDisabled() || (before == null && signing.getValue() == Signing.RS256)
                ? before
                : signing.getValue();
        return setup.withDefaultAudience(audience.isSelected()).withApi(setup.api()
                .withTokens(new TokenSettings(chosen, dialect.getValue(), roles.isSelected(), seconds(seconds),
                        seconds(inBrowsers)))
                .replacingMachineGrant(machines.isSelected()));
    }
}
