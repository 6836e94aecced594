package mcpauth0.ui.page;

import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import mcpauth0.setup.Setup;
import mcpauth0.text.Texts;
import mcpauth0.ui.Services;
import mcpauth0.ui.Walk;
import mcpauth0.ui.model.ServerModel;
import mcpauth0.ui.model.ServerModel.Look;
import mcpauth0.ui.model.Session;
import mcpauth0.ui.part.Compared;
import mcpauth0.ui.part.Field;
import mcpauth0.ui.part.Form;
import mcpauth0.ui.part.Note;
import mcpauth0.ui.part.Problem;
import mcpauth0.ui.part.TrustChoice;
import mcpauth0.ui.part.Waiting;

/** Which server it is about, and what it calls itself. */
public final class ServerPage extends PlainPage {

    public static final String ID = "server";

    private final ServerModel model;
    private final TextField address = new TextField();
    private final Field field;
    private final Form form;
    private final VBox answer = new VBox();
    private String asked = "";

    public ServerPage(Services services, Session session, Walk walk) {
        super(ID, services, session, walk);
        model = new ServerModel(session, services.work());
        address.setPromptText(say("address.hint"));
        field = new Field("server-address", say("address"), say("address.note"), address);
        form = new Form(texts, field, answer,
                new TrustChoice(services, session, session.reach().serverAuthorityProperty(),
                        session.reach()::trustForServer,
                        say("authority"), say("authority.note")));
        body.getChildren().setAll(form);
        session.setupProperty().map(Setup::server).subscribe(server -> {
            var typed = server == null ? "" : server.value();
            if (!address.getText().strip().equals(typed))
                address.setText(typed);
        });
        model.lookProperty().subscribe(this::show);
        address.textProperty().subscribe(typed -> {
            if (!typed.strip().equals(asked))
                model.changed();
            label();
        });
        label();
    }

    @Override
    public String step(Texts words, Setup setup, boolean passed) {
        var server = setup.server();
        return server == null ? super.step(words, setup, passed) : server.host();
    }

    @Override
    public Node first() {
        return address;
    }

    @Override
    public void hidden() {
        var _ = model.enter(address.getText());
    }

    @Override
    public boolean cancelWait() {
        var busy = model.lookProperty().get() instanceof Look.Busy;
        model.cancel();
        return busy;
    }

    /** The first press asks the server; a second goes on, whatever it said. */
    private void onward() {
        form.clear();
        var trouble = model.enter(address.getText());
        if (trouble != null)
            form.complain(field, trouble);
        if (!form.holds())
            return;
        var typed = address.getText().strip();
        switch (model.lookProperty().get()) {
            case Look.Named _,Look.Silent _,Look.Unreached _ when asked.equals(typed) -> walk.next();
            case Look.Busy _ when asked.equals(typed) -> {
                // The answer leads on.
            }
            case Look.Named _,Look.Silent _,Look.Unreached _,Look.Busy _,Look.NotYet _ -> {
                asked = typed;
                model.ask();
            }
        }
    }

    private void show(Look look) {
        answer.getChildren().clear();
        switch (look) {
            case Look.NotYet _ -> {
                // Nothing to say.
            }
            case Look.Busy _ -> answer.getChildren().add(new Waiting(texts, say("asking"), model::cancel));
            case Look.Named(var resource, var at) when at < 0 -> {
                answer.getChildren().add(Note.good(say("same"), say("same.note", resource)));
                if (asked.equals(address.getText().strip()))
                    walk.next();
            }
            case Look.Named(var resource, var at) -> answer.getChildren()
                    .add(Note.look(say("differs"), say(session.setup().resource() == null ? "foreign" : "differs.note"))
                            .and(new Compared(say("differs.typed"), asked, say("differs.named"), resource, at)));
            case Look.Silent _ -> answer.getChildren().add(Note.look(say("silent"), say("silent.note")));
            case Look.Unreached(var why) -> answer.getChildren().setAll(new Problem(texts, why),
                    Note.plain(say("unreached"), say("unreached.note")));
        }
        label();
    }

    private void label() {
        var settled = asked.equals(address.getText().strip()) && !(model.lookProperty().get() instanceof Look.NotYet);
        forward.set(new Forward(texts.get(settled ? "frame.continue" : "page.server.ask"), this::onward));
    }
}
