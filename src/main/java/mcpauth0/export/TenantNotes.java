package mcpauth0.export;

import java.util.ArrayList;
import java.util.stream.Collectors;
import mcpauth0.auth0.Blueprint;
import mcpauth0.setup.Setup;
import mcpauth0.text.Texts;

/** The comments that all ways of writing a tenant down have in common. */
final class TenantNotes {

    private TenantNotes() {
    }

    /** What a step does and what for. */
    static String step(String sign, String step, Texts texts) {
        return Remark.of(sign, title(step, texts) + ". " + said(texts.get("step." + step + ".lead")));
    }

    /** What a step does, where it is done in another way than the program does it. */
    static String title(String sign, String step, Texts texts) {
        return Remark.of(sign, title(step, texts) + ".");
    }

    /** What a step does. */
    static String title(String step, Texts texts) {
        return said(texts.get("step." + step + ".title"));
    }

    static String note(String sign, String note, Texts texts, Object... values) {
        return Remark.of(sign, words(note, texts, values));
    }

    static String words(String note, Texts texts, Object... values) {
        return said(texts.get("export-note." + note, values));
    }

    /** In plain quotes, as all that stands in such files. */
    private static String said(String text) {
        return text.replace('«', '"').replace('»', '"');
    }

    /** What the set-up has and no file can do, or nobody; each line of its own, empty where there is nothing. */
    static String leftOut(String sign, Setup setup, Texts texts) {
        var notes = new ArrayList<String>();
        var old = setup.api().replaces();
        if (old != null)
            notes.add(note(sign, "tenant-replaces", texts, old));
        if (setup.roles().stream().anyMatch(role -> !role.members().isEmpty()))
            notes.add(note(sign, "tenant-people", texts));
        for (var task : Blueprint.of(setup, Blueprint.mode(setup))) {
            var refused = task.refused();
            if (refused != null)
                notes.add(Remark.of(sign, title(task.step(), texts) + ": " + said(texts.get(
                        "step." + task.step() + ".refused." + refused.reason(), refused.values().toArray()))));
        }
        if (setup.registration().applications().stream().anyMatch(application -> application.confidential()))
            notes.add(note(sign, "tenant-secret", texts));
        return notes.stream().collect(Collectors.joining("\n"));
    }
}
