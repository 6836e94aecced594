package mcpauth0.diagnose.tls;

import java.util.function.Function;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;

/** The server's own certificates, as the checks of this room judge them. */
final class Shown {

    private Shown() {
    }

    /** What somebody in between has put there says nothing about the server. */
    static Verdict judge(Observations seen, Function<Handshake, Verdict> judgement) {
        return seen.handshake().judge(shown -> shown.chain().isEmpty()
                ? new Blocked("certificate")
                : Interception.in(seen, shown).isPresent() ? new Blocked("interception") : judgement.apply(shown));
    }
}
