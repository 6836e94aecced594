package mcpauth0.ui.page;

import mcpauth0.ui.Services;
import mcpauth0.ui.Walk;
import mcpauth0.ui.model.Breakdown;
import mcpauth0.ui.model.Breakdown.Written;
import mcpauth0.ui.model.Session;
import mcpauth0.ui.part.CopyButton;
import mcpauth0.ui.part.Note;
import mcpauth0.ui.part.RawText;
import mcpauth0.ui.part.Words;
import org.jspecify.annotations.Nullable;

/** The unexpected: what it means for the tenant, what to send to those who can mend it, and the way back. */
public final class FailurePage extends PlainPage {

    public static final String ID = "failure";

    public FailurePage(Services services, Session session, Walk walk) {
        super(ID, services, session, walk);
        session.breakdownProperty().subscribe(this::show);
    }

    private void show(@Nullable Breakdown broken) {
        body.getChildren().clear();
        if (broken == null)
            return;
        heading.set(new Heading(say("title"), say("lead", broken.code())));
        var name = "page." + broken.page() + ".name";
        forward.set(new Forward(texts.has(name) ? say("back", texts.get(name)) : say("back.there"),
                () -> walk.show(broken.page())));
        var copy = new CopyButton(texts, say("copy"), say("details"), broken::details);
        copy.setId("copy-details");
        body.getChildren().setAll(written(broken.written()), Words.body(say("cure")), new BundlePanel(services),
                Words.heading(say("details")), Words.secondary(say("details.note")),
                new RawText(broken.details(), say("details")), copy);
    }

    private Note written(Written written) {
        return switch (written) {
            case Written.Nothing _ -> Note.good(say("nothing"), say("nothing.note"));
            case Written.Changes(var tenant, var done, var open) when open == 0 ->
                Note.good(say("changes", done, tenant), say("changes.note"));
            case Written.Changes(var tenant, _, var open) -> Note.look(say("open", open, tenant), say("open.note"));
            case Written.Unknown(var tenant) -> Note.look(say("unknown", tenant), say("unknown.note"));
        };
    }
}
