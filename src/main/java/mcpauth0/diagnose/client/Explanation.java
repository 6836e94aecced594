package mcpauth0.diagnose.client;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import mcpauth0.diagnose.Report;
import mcpauth0.diagnose.Report.Finding;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.login.LogGlance;
import mcpauth0.diagnose.login.LogStory;
import org.jspecify.annotations.Nullable;

/**
 * Why a client did not connect, from everything that is known: what it showed, the last check, the tenant's log, the
 * server's log.
 *
 * @param client its id
 * @param reference its maker's own for this attempt; empty for none
 * @param symptoms what its message means, the particular first
 * @param trail what the access log tells; null where none was given
 * @param story what the tenant's log tells; null where it tells nothing, or was not read
 * @param suspects checks that look at what can be behind it, the likeliest first
 */
public record Explanation(String client, String reference, List<Symptom> symptoms, @Nullable Trail trail,
        @Nullable LogStory story, List<Suspect> suspects) {

    private static final int MOST_SUSPECTS = 8;

    /** Checks whose verdict at this address was seen before, or not. */
    public enum Known {
        /** It stops this client. */
        STOPS,
        /** It is broken. */
        BROKEN,
        /** It is in order. */
        GOOD,
        /** It was not seen. */
        UNSEEN;

        /** As in texts: {@code suspect.<id>}. */
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** @param check its id */
    public record Suspect(String check, Known known) {
    }

    public Explanation {
        symptoms = List.copyOf(symptoms);
        suspects = List.copyOf(suspects);
    }

    /**
     * Puts together what is known.
     *
     * @param shown the client's message, a code, or what somebody remembers of it
     * @param log null where none was given
     * @param report of the last check; null before the first
     */
    public static Explanation of(Profile client, String shown, @Nullable AccessLog log, mcpauth0.setup.McpUrl server,
            LogGlance glance, @Nullable Report report) {
        var symptoms = Symptoms.in(shown, client.id());
        var trail = log == null ? null : Trail.of(log, client, server);
        if (trail != null && glance.tokenIssued())
            trail = trail.tokenIssued();
        var theirs = trail == null || !trail.strangers().isEmpty() ? null : trail;
        return new Explanation(client.id(), Symptoms.reference(shown).orElse(""), symptoms, trail,
                glance.story().orElse(null), suspects(client, symptoms, theirs, report));
    }

    /** What the last check says stops it, then what the logs and the message point to; a known fault before the rest. */
    private static List<Suspect> suspects(Profile client, List<Symptom> symptoms, @Nullable Trail trail,
            @Nullable Report report) {
        var named = new LinkedHashSet<String>();
        if (trail != null)
            named.addAll(trail.halt().checks());
        symptoms.forEach(symptom -> named.addAll(symptom.checks()));
        var stop = stop(client, report).filter(check -> !arrived(trail) || !onTheWay(check));
        var all = new LinkedHashSet<Suspect>();
        stop.ifPresent(check -> all.add(new Suspect(check, Known.STOPS)));
        stop.ifPresent(named::remove);
        var known = named.stream().map(check -> new Suspect(check, known(check, report))).toList();
        known.stream().filter(suspect -> suspect.known() == Known.BROKEN).forEach(all::add);
        known.stream().filter(suspect -> suspect.known() == Known.UNSEEN).forEach(all::add);
        known.stream().filter(suspect -> suspect.known() == Known.GOOD).forEach(all::add);
        return all.stream().limit(MOST_SUSPECTS).toList();
    }

    private static boolean arrived(@Nullable Trail trail) {
        return trail != null && trail.halt().stopped() && trail.halt().hop() != Hop.ARRIVES;
    }

    /** What would have kept it from arriving at all. */
    private static boolean onTheWay(String check) {
        return check.startsWith("net-host") || check.startsWith("net-dns") || check.startsWith("net-ipv6")
                || check.startsWith("net-unreachable") || check.startsWith("net-nonstandard")
                || check.startsWith("tls-");
    }

    private static Optional<String> stop(Profile client, @Nullable Report report) {
        return report == null
                ? Optional.empty()
                : report.clients().stream().filter(prediction -> prediction.client().equals(client.id()))
                        .map(Report.Prediction::failsAt).filter(java.util.Objects::nonNull).findFirst();
    }

    private static Known known(String check, @Nullable Report report) {
        if (report == null)
            return Known.UNSEEN;
        return report.findings().stream().filter(finding -> finding.rule().id().equals(check)).findFirst()
                .map(Finding::verdict).map(verdict -> switch (verdict) {
                    case Verdict.Broken _ -> Known.BROKEN;
                    case Verdict.Holds _ -> Known.GOOD;
                    case Verdict.Blocked _,Verdict.NotTestableFromHere _,Verdict.NotApplicable _ -> Known.UNSEEN;
                }).orElse(Known.UNSEEN);
    }

    /** Whether anything that was given says anything. */
    public boolean tells() {
        var read = trail;
        return !symptoms.isEmpty() || story != null
                || (read != null && read.halt() != Halt.NOTHING_READ && read.strangers().isEmpty())
                || suspects.stream().anyMatch(suspect -> suspect.known() == Known.STOPS);
    }

    /** Whether the check has seen everything that could be behind it, and found it in order: it has to be looked for elsewhere. */
    public boolean exhausted() {
        return story == null && !suspects.isEmpty()
                && suspects.stream().allMatch(suspect -> suspect.known() == Known.GOOD)
                && (trail == null || trail.halt() != Halt.HEALTHY || !trail.strangers().isEmpty());
    }

    /** Who has it in hand, as far as that can be told. */
    public Halt.Owner owner() {
        var read = trail;
        return read != null && read.halt().stopped() && read.strangers().isEmpty()
                ? read.halt().owner()
                : story != null ? Halt.Owner.AUTH0 : Halt.Owner.NOBODY;
    }
}
