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

/** The tenant can read the documents of the clients that would use them. */
public final class DocumentsAreValid implements Check {

    private static final Rule RULE = Rule.must("reg-cimd-invalid", Specs.REGISTRATION, "reg-cimd-not-imported");

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
            var bad = documents.all().stream().filter(one -> !one.violations().isEmpty()).toList();
            if (documents.all().isEmpty())
                return new NotApplicable("no-client-documents");
            if (!bad.isEmpty() && (documents.named() || bad.size() == documents.all().size())) {
                var first = bad.getFirst();
                var words = String.join(" ", first.violations());
                return RULE.broken(Evidence.NONE.with("address", first.url()).with("answer", words), first.url(),
                        words);
            }
            return documents.tried() || documents.unknown().isEmpty()
                    ? new Holds(Evidence.NONE)
                    : seen.unasked("server-metadata");
        });
    }
}
