package mcpauth0.diagnose.network;

import java.util.List;
import java.util.stream.Collectors;
import mcpauth0.diagnose.Verdict.Evidence;

/** What was sent under the names of known clients. */
public record Guises(List<Guise> all) {

    public Guises {
        all = List.copyOf(all);
    }

    /** Those clients that the server itself turns away wherever they call; with the program itself, if it is. */
    List<String> keptOut() {
        return Guise.AGENTS.stream().filter(agent -> ofServer(agent).stream()
                .allMatch(guise -> guise.turnedAway() || guise.bothStopped())).toList();
    }

    /** The addresses at which a client is turned away that comes in elsewhere. */
    List<Guise> partly() {
        var out = keptOut();
        return all.stream().filter(guise -> !out.contains(guise.agent()))
                .filter(guise -> guise.turnedAway() || guise.bothStopped()).toList();
    }

    static Evidence evidence(List<Guise> guises) {
        var evidence = Evidence.in(guises.stream().flatMap(Guise::exchanges).toList());
        for (var guise : guises)
            evidence = evidence.with("user-agent", guise.agent() + ": " + guise.line());
        return evidence;
    }

    private List<Guise> ofServer(String agent) {
        return all.stream().filter(guise -> guise.ofServer() && guise.agent().equals(agent)).toList();
    }

    /** As a sentence names them. */
    static String agents(List<Guise> guises) {
        return guises.stream().map(Guise::agent).distinct().collect(Collectors.joining(", "));
    }

    /** As a sentence names them. */
    static String lines(List<Guise> guises) {
        return guises.stream().map(Guise::line).distinct().collect(Collectors.joining(", "));
    }
}
