package mcpauth0.diagnose.validation;

import mcpauth0.diagnose.AgedTokens;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;

/** A token that was good once opens nothing any more. */
public final class ExpiredTokenIsRefused implements Check {

    private static final Rule RULE = Rule.must("rs-accepts-expired", Specs.TOKEN_TIMES);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        // The token of this run may itself be such a one, where the operator brought it.
        var own = seen.token().found().filter(token -> token.given() == null).map(token -> token.access().expires())
                .orElse(null);
        var talk = seen.conversation().found().orElse(null);
        if (own != null && talk != null && talk.accepted()
                && Clocks.surely(seen).isAfter(own.plus(AgedTokens.STALE)))
            return RULE.broken(Evidence.in(talk.eras().modern().exchange(), talk.eras().legacy().exchange())
                    .with("valid-until", own.toString()), "given");
        return seen.trials().judge(trials -> Judgement.unlessSigned(trials, RULE, Forgery.EXPIRED,
                one -> one.variant().equals(Trying.AGED), "no-aged-token"));
    }
}
