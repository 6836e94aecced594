package mcpauth0.diagnose.validation;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Rule.Severity;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.NotTestableFromHere;
import mcpauth0.http.Redaction;

/**
 * After the issuer has changed its key, the server asks for the new one. It shows only where a good token is refused for
 * its key: nobody changes an issuer's key to find out.
 */
public final class NewKeysAreFetched implements Check {

    private static final Rule RULE = Rule.may("rs-jwks-cache-stale", Specs.KEY_ROTATION, "rs-rejects-valid-token");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.token().judge(token -> Complaint.good(token)
                ? seen.conversation().judge(talk -> Complaint.aboutTheGoodToken(seen).filter(Complaint::ofKey)
                        .<Verdict>map(complaint -> RULE.broken(Severity.ERROR,
                                Evidence.in(Complaint.answer(talk).exchange())
                                        .with("answer", Redaction.line(complaint.words()))
                                        .with("key-id", String.valueOf(token.access().keyId())),
                                String.valueOf(token.access().keyId())))
                        .orElse(new NotTestableFromHere("needs-key-rotation")))
                : new Blocked("good-token"));
    }
}
