package mcpauth0.diagnose.validation;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.token.Token;
import mcpauth0.http.Redaction;

/** A token that the published keys, the issuer, the audience and the clock prove good is let in. */
public final class GenuineTokenIsAccepted implements Check {

    private static final Rule RULE = Rule.must("rs-rejects-valid-token", Specs.TOKEN_VALIDATION, "session-empty-tools");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.token().judge(token -> {
            var verified = token.verification();
            if (verified == null || !verified.holds())
                return new Blocked("good-token");
            return seen.conversation().judge(talk -> {
                var answer = Complaint.answer(talk);
                var evidence = Evidence.in(answer.exchange()).with("status", String.valueOf(answer.status()));
                if (talk.accepted())
                    return new Holds(evidence);
                if (answer.status() != 401 && answer.status() != 403)
                    return new Blocked("answer");
                var complaint = Complaint.of(answer);
                return RULE.broken(compared(evidence, token, complaint), seen.resourceName(),
                        String.valueOf(token.access().issuer()), String.valueOf(verified.keys().url()),
                        Redaction.line(complaint.words()));
            });
        });
    }

    /** What the token says beside what the server wants, as far as it tells. */
    private static Evidence compared(Evidence evidence, Token token, Complaint complaint) {
        var access = token.access();
        var all = evidence.with("answer", Redaction.line(complaint.words()));
        if (!complaint.claims().isEmpty())
            all = all.with("complains-of", complaint.claims());
        all = all.with("audience", String.join(" ", access.audience()));
        var audience = complaint.audience();
        if (audience.isPresent())
            all = all.with("expected-audience", audience.get());
        all = all.with("issuer-of-token", String.valueOf(access.issuer()));
        var issuer = complaint.issuer();
        if (issuer.isPresent())
            all = all.with("expected-issuer", issuer.get());
        return all.with("key-id", String.valueOf(access.keyId())).with("algorithm",
                String.valueOf(access.algorithm()));
    }
}
