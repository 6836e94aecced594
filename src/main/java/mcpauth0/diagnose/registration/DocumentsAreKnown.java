package mcpauth0.diagnose.registration;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.Verdict.NotApplicable;
import mcpauth0.diagnose.registration.Documents.One;

/** Where client documents are announced, clients that therefore come with theirs are known. */
public final class DocumentsAreKnown implements Check {

    private static final Rule RULE = Rule.must("reg-cimd-not-imported", Specs.REGISTRATION);

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
            var unknown = documents.unknown();
            var names = String.join(", ", unknown.stream().map(One::url).toList());
            var known = documents.all().stream().filter(one -> Boolean.TRUE.equals(one.known())).toList();
            var evidence = Evidence.NONE.with("client-documents",
                    String.join(", ", known.stream().map(One::url).toList()));
            if (documents.all().isEmpty())
                return new NotApplicable("no-client-documents");
            if (unknown.isEmpty() && known.isEmpty())
                return documents.tried() ? new Blocked("answer") : seen.unasked("server-metadata");
            // An operator who named no client may mean those whose documents are there.
            return unknown.isEmpty() || (!documents.named() && (documents.chosen() || !known.isEmpty()))
                    ? new Holds(evidence)
                    : RULE.broken(evidence.with("unknown", names), names).curedBy(seen.auth0(),
                            "import-client-documents");
        });
    }
}
