package mcpauth0.diagnose.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Report.Finding;
import mcpauth0.diagnose.Report.Prediction;
import mcpauth0.diagnose.Verdict;
import mcpauth0.http.Json;

/** The known clients, one JSON file each, and what each would meet. */
public final class Clients {

    private static final List<String> IDS = List.of("claude", "claude-code", "chatgpt", "vscode", "cursor",
            "inspector");
    private static final List<Profile> ALL = IDS.stream().map(Clients::read).toList();

    private Clients() {
    }

    /** In the order in which they are shown. */
    public static List<String> ids() {
        return IDS;
    }

    /** Whether one of these runs in a browser. */
    public static boolean inBrowsers(Set<String> ids) {
        return ALL.stream().anyMatch(profile -> profile.browser() && ids.contains(profile.id()));
    }

    public static List<Prediction> predict(List<Finding> findings, Observations seen) {
        return ALL.stream().map(profile -> predict(profile, findings, seen)).toList();
    }

    private static Prediction predict(Profile profile, List<Finding> findings, Observations seen) {
        var stop = Stream.concat(profile.hosted() ? outside(seen).stream() : Stream.empty(),
                profile.stoppedBy().stream().filter(id -> of(id, findings).filter(Finding::broken).isPresent()))
                .findFirst();
        if (stop.isPresent())
            return new Prediction(profile.id(), "fails", stop.get());
        var unseen = profile.stoppedBy().stream().flatMap(id -> of(id, findings).stream())
                .anyMatch(finding -> finding.verdict() instanceof Verdict.Blocked
                        || finding.verdict() instanceof Verdict.NotTestableFromHere);
        return new Prediction(profile.id(), unseen ? "unknown" : "connects", null);
    }

    /** What keeps a client out that lives in a cloud, though everything works from here. */
    private static Optional<String> outside(Observations seen) {
        var stops = new ArrayList<String>();
        if (seen.addresses().found().filter(found -> !found.everywhere()).isPresent())
            stops.add("net-host-not-public");
        if (seen.scene().target().port() != 443)
            stops.add("net-nonstandard-port");
        if (seen.handshake().found().filter(shown -> shown.operatorTrusted()).isPresent())
            stops.add("tls-untrusted-ca");
        return stops.stream().findFirst();
    }

    private static Optional<Finding> of(String id, List<Finding> findings) {
        return findings.stream().filter(finding -> finding.rule().id().equals(id)).findFirst();
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
