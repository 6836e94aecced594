package mcpauth0.diagnose.registration;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.Verdict.NotApplicable;
import mcpauth0.oauth.AuthorizationProbe;

/** A client whose document names no port may come back on the one that it got from the system. */
public final class DocumentsAllowAnyPort implements Check {

    private static final Rule RULE = Rule.must("reg-cimd-loopback-port", Specs.LOOPBACK_CALLBACKS);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Station certainAt() {
        return Station.SESSION;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.of(DocumentsProbe.DOCUMENTS).judge(documents -> {
            if (!documents.tried())
                return documents.all().isEmpty()
                        ? new NotApplicable("no-client-documents")
                        : seen.unasked("server-metadata");
            for (var one : documents.all()) {
                var other = one.otherPort();
                if (other != null && !other.goesOn() && other.answer() != AuthorizationProbe.Answer.NONE)
                    return RULE.broken(Evidence.in(other.exchange()).with("address", one.url()).with("answer",
                            String.valueOf(other.description())), one.url());
            }
            return documents.all().stream().anyMatch(one -> one.otherPort() != null)
                    ? new Holds(Evidence.NONE)
                    : new NotApplicable("no-such-document");
        });
    }
}
