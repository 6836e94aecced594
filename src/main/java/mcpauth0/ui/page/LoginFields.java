package mcpauth0.ui.page;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import mcpauth0.setup.Parsed;
import mcpauth0.setup.TenantDomain;
import mcpauth0.text.Texts;
import mcpauth0.ui.Services;
import mcpauth0.ui.model.Dashboard;
import mcpauth0.ui.model.IssuerModel;
import mcpauth0.ui.model.IssuerModel.Look;
import mcpauth0.ui.part.Compared;
import mcpauth0.ui.part.CopyField;
import mcpauth0.ui.part.Field;
import mcpauth0.ui.part.Note;
import mcpauth0.ui.part.Problem;
import mcpauth0.ui.part.Waiting;
import mcpauth0.ui.part.Words;
import org.jspecify.annotations.Nullable;

/** Where people sign in: on the tenant's own domain, or on one that the company gave to it. The issuer follows from it. */
final class LoginFields extends VBox {

    private final Texts texts;
    private final IssuerModel model;
    private final CheckBox custom = new CheckBox();
    private final TextField domain = new TextField();
    private final Field field;
    private final VBox said = new VBox(8);
    private final VBox offers = new VBox(8);

    /** @param tenant whose dashboard lists its custom domains */
    LoginFields(Services services, Supplier<@Nullable TenantDomain> tenant, IssuerModel model) {
        super(8);
        this.texts = services.texts();
        this.model = model;
        custom.setText(say("custom"));
        custom.setId("custom-domain");
        custom.setWrapText(true);
        domain.setPromptText(say("hint"));
        field = new Field("login-domain", say("domain"), say("domain.note"), domain);
        field.visibleProperty().bind(custom.selectedProperty());
        field.managedProperty().bind(field.visibleProperty());
        var where = new Whereabouts(services, "login-domain", Dashboard.CUSTOM_DOMAINS, tenant);
        where.visibleProperty().bind(custom.selectedProperty());
        where.managedProperty().bind(where.visibleProperty());
        for (var part : List.of(said, offers))
            part.managedProperty().bind(javafx.beans.binding.Bindings.isNotEmpty(part.getChildren()));
        getChildren().setAll(custom, offers, field, where, said);
        custom.selectedProperty().subscribe((_, _) -> model.cancel());
        domain.textProperty().subscribe((_, _) -> model.cancel());
        model.lookProperty().subscribe(this::show);
        model.offeredProperty().subscribe(this::offer);
    }

    private String say(String key, Object... values) {
        return texts.get("page.tenant.login." + key, values);
    }

    Field field() {
        return field;
    }

    /** What is typed; null where people sign in on the tenant's own domain. */
    @Nullable
    String typed() {
        return custom.isSelected() ? domain.getText() : null;
    }

    void choose(@Nullable TenantDomain login) {
        custom.setSelected(login != null);
        domain.setText(login == null ? "" : login.value());
    }

    /** The set-up has this one now, from here or from a file. */
    void follow(@Nullable TenantDomain login) {
        var typed = typed();
        var same = login == null
                ? typed == null
                : typed != null && TenantDomain.parse(typed).equals(Parsed.good(login));
        if (!same)
            choose(login);
    }

    private void offer(List<TenantDomain> found) {
        offers.getChildren().clear();
        if (found.isEmpty())
            return;
        var line = new FlowPane(8, 8);
        for (var one : found) {
            var use = new Button(say("use", one));
            use.setMnemonicParsing(false);
            use.setOnAction(_ -> choose(one));
            line.getChildren().add(use);
        }
        offers.getChildren().setAll(Words.secondary(say("offered", found.size())), line);
    }

    private void show(Look look) {
        said.getChildren().clear();
        switch (look) {
            case Look.NotYet _ -> {
                // It is asked when the tenant is open.
            }
            case Look.Busy _ -> said.getChildren().setAll(new Waiting(texts, say("asking"), model::cancel));
            case Look.Same(var issuer) -> said.getChildren().setAll(issuer(issuer, say("same")));
            case Look.Other(var issuer, var named, var at) ->
                said.getChildren().setAll(issuer(issuer, ""), Note.look(say("other"), say("other.note"))
                        .and(new Compared(say("other.expected"), issuer, say("other.named"), named, at)));
            case Look.Unknown(var issuer, var why) -> said.getChildren().setAll(issuer(issuer, say("unknown")),
                    new Problem(texts, why));
        }
    }

    private CopyField issuer(String issuer, String note) {
        return new CopyField(texts, say("issuer"), issuer, note);
    }
}
