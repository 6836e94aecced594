package mcpauth0.export.connect;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import mcpauth0.diagnose.client.AccessLine;
import mcpauth0.diagnose.client.Explanation;
import mcpauth0.export.Lines;
import mcpauth0.http.Redaction;
import mcpauth0.setup.McpUrl;
import mcpauth0.text.Texts;

/** Why a client did not connect, as plain text to send on: what was seen, where it stopped, who has it in hand. */
public final class TroubleText {

    private final Texts texts;
    private final Lines out = new Lines();

    private TroubleText(Texts texts) {
        this.texts = texts;
    }

    /**
     * Without secrets, whatever was pasted.
     *
     * @param log what became of looking at the tenant's log, as in texts: {@code inquiry.log.<log>}
     * @param shown what the client showed, as the operator gave it
     */
    public static String write(Explanation told, String log, String shown, McpUrl server, Instant now, Texts texts) {
        var text = new TroubleText(texts);
        text.head(told, shown, server, now);
        text.way(told);
        text.tenant(told, log);
        text.meaning(told);
        text.suspects(told);
        return text.out.toString();
    }

    private void head(Explanation told, String shown, McpUrl server, Instant now) {
        line(texts.get("trouble.title", name(told)));
        line("");
        field("server", server.value());
        field("client", name(told));
        field("time", now.truncatedTo(ChronoUnit.SECONDS).toString());
        if (!shown.isBlank())
            field("shown", Redaction.line(shown));
        if (!told.reference().isEmpty())
            field("reference", told.reference());
        field("owner", texts.get("owner." + told.owner().id()));
    }

    private void way(Explanation told) {
        var trail = told.trail();
        if (trail == null)
            return;
        part("way");
        if (!trail.strangers().isEmpty()) {
            line(texts.get("inquiry.stranger", name(told), String.join(", ", trail.strangers().stream()
                    .map(client -> texts.get("client." + client + ".name")).toList())));
            return;
        }
        trail.hops().forEach((hop, state) -> line("- " + texts.get("hop." + hop.id()) + ": "
                + texts.get("hop.state." + state.id())));
        line("");
        halt(told, trail.halt().id());
        if (trail.lines().isEmpty())
            return;
        part("lines");
        trail.lines().stream().map(AccessLine::shown).forEach(this::line);
    }

    private void halt(Explanation told, String halt) {
        for (var part : new String[]{"problem", "cause", "cure"})
            line(texts.get("halt." + halt + "." + part, name(told)));
    }

    private void tenant(Explanation told, String log) {
        part("tenant");
        var story = told.story();
        if (story != null)
            for (var piece : new String[]{"problem", "cause", "cure"})
                line(Redaction.text(texts.get(story.key(piece), story.values().toArray())));
        line(texts.get("inquiry.log." + log));
    }

    private void meaning(Explanation told) {
        if (!told.symptoms().isEmpty()) {
            part("means");
            for (var symptom : told.symptoms())
                line("- " + texts.get("symptom." + symptom.id() + ".means", name(told)));
        }
    }

    private void suspects(Explanation told) {
        if (told.suspects().isEmpty())
            return;
        part("suspects");
        for (var suspect : told.suspects())
            line("- " + suspect.check() + " (" + texts.get("suspect." + suspect.known().id()) + "): "
                    + texts.get("check." + suspect.check()
                            + (suspect.known() == Explanation.Known.GOOD ? ".holds" : ".title")));
    }

    private String name(Explanation told) {
        return texts.get("client." + told.client() + ".name");
    }

    private void part(String id) {
        line("");
        line(texts.get("trouble." + id));
    }

    private void field(String id, String value) {
        line(texts.get("trouble." + id) + " " + value);
    }

    private void line(String text) {
        out.line(text);
    }
}
