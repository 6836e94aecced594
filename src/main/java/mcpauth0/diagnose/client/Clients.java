package mcpauth0.diagnose.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Report.Finding;
import mcpauth0.diagnose.Report.Prediction;
import mcpauth0.diagnose.Verdict;
import mcpauth0.http.Json;

/** The known clients, one JSON file each, and what each would meet. */
public final class Clients {

    private static final List<String> IDS = List.of("claude", "claude-code", "chatgpt", "codex", "vscode",
            "copilot-cli",
            "cursor", "inspector", "mcp-remote", "gemini-cli");

    /** Read with the first question about one of them; their ids alone need no file. */
    private static final class Profiles {
        static final List<Profile> ALL = IDS.stream().map(Clients::read).toList();
    }

    private Clients() {
    }

    /** In the order in which they are shown. */
    public static List<String> ids() {
        return IDS;
    }

    /** @throws java.util.NoSuchElementException when there is no such client */
    public static Profile of(String id) {
        return Profiles.ALL.stream().filter(profile -> profile.id().equals(id)).findFirst().orElseThrow();
    }

    /**
     * Which of them a caller says that it is: by the name that it is known to use, or by its own. What many programs are
     * called by, such as the library that they are made with, names nobody.
     *
     * @param agent as in the header {@code User-Agent}
     */
    public static Optional<String> named(String agent) {
        var said = agent.toLowerCase(Locale.ROOT);
        return IDS.stream().filter(id -> agent.startsWith("Claude-User")
                ? id.equals("claude")
                : Likeness.names(id).stream().anyMatch(name -> word(name, said)))
                .max(Comparator.comparingInt(String::length));
    }

    private static boolean word(String name, String said) {
        return Pattern.compile("(?<!\\p{Alpha})" + Pattern.quote(name) + "(?!\\p{Alpha})").matcher(said).find();
    }

    /** Whether one of these runs in a browser. */
    public static boolean inBrowsers(Set<String> ids) {
        return ids.stream().anyMatch(id -> IDS.contains(id) && of(id).browser());
    }

    /** In the order in which they are shown. */
    public static List<Profile> all() {
        return Profiles.ALL;
    }

    /**
     * What each client would meet.
     *
     * @param findings of every check, in the order of the way of a connection, whether or not it concerns this server: a
     *            client in a cloud meets what the operator's own machine does not
     */
    public static List<Prediction> predict(List<Finding> findings, Observations seen) {
        return Profiles.ALL.stream().map(profile -> predict(profile, findings, seen)).toList();
    }

    private static Prediction predict(Profile profile, List<Finding> findings, Observations seen) {
        var obstacles = new Obstacles(profile, seen);
        var stop = findings.stream().filter(obstacles::stops).findFirst();
        if (stop.isPresent())
            return new Prediction(profile.id(), "fails", stop.get().rule().id());
        var walked = findings.stream().anyMatch(finding -> finding.rule().id().equals("rs-rejects-valid-token")
                && finding.verdict() instanceof Verdict.Holds);
        return new Prediction(profile.id(), walked ? "connects" : "unknown", null);
    }

    private static Profile read(String id) {
        try (var in = Clients.class.getResourceAsStream("/mcpauth0/diagnose/clients/" + id + ".json")) {
            if (in == null)
                throw new IllegalStateException("no profile of " + id);
            return Json.MAPPER.readValue(in, Profile.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
