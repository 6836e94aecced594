package mcpauth0.ui.model;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import mcpauth0.http.Build;
import mcpauth0.http.Redaction;
import mcpauth0.plan.Journal;

/**
 * Something happened that nobody expected: a defect of this program.
 *
 * @param code the same wherever and whenever the same defect shows
 * @param page id of the page that was in front
 * @param details for a report, without secrets
 * @param written how it stands with the tenant
 */
public record Breakdown(String code, String page, String details, Written written) {

    private static final String OURS = "mcpauth0.";
    private static final int LONGEST = 20_000;

    /** What was written to the tenant, as far as the journal on the disk tells. */
    public sealed interface Written {

        /** The window was let into no tenant. */
        record Nothing() implements Written {
        }

        /**
         * @param done changes of this program that are in the tenant
         * @param open changes that were begun, and of which it is not known whether they came about
         */
        record Changes(String tenant, int done, int open) implements Written {
        }

        /** The journal cannot be read. */
        record Unknown(String tenant) implements Written {
        }
    }

    static Breakdown of(Throwable thrown, String page, Session session, Instant at) {
        var trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        var code = code(thrown);
        var text = String.join("\n", code, "MCP Auth0 Setup " + Build.version(), "Java " + Runtime.version(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"), at + " " + page, "",
                Redaction.text(trace.toString()));
        return new Breakdown(code, page, text.length() > LONGEST ? text.substring(0, LONGEST) : text, written(session));
    }

    /** From what was thrown and where in this program, without lines, which move from version to version. */
    static String code(Throwable thrown) {
        var where = Arrays.stream(thrown.getStackTrace()).filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst().map(frame -> frame.getClassName() + "." + frame.getMethodName()).orElse("");
        var sum = new CRC32();
        sum.update((thrown.getClass().getName() + " " + where).getBytes(StandardCharsets.UTF_8));
        return "MA-" + HexFormat.of().withUpperCase().toHexDigits((int) sum.getValue());
    }

    private static Written written(Session session) {
        var tenant = session.tenant();
        if (tenant == null)
            return new Written.Nothing();
        try {
            var entries = session.journal().entries();
            return new Written.Changes(tenant.domain().value(), count(entries, Journal.State.DONE),
                    count(entries, Journal.State.OPEN));
        } catch (IOException | RuntimeException _) {
            return new Written.Unknown(tenant.domain().value());
        }
    }

    private static int count(List<Journal.Entry> entries, Journal.State state) {
        return (int) entries.stream().filter(entry -> entry.state() == state).count();
    }
}
