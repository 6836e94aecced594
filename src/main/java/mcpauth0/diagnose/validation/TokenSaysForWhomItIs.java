package mcpauth0.diagnose.validation;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.oauth.AccessToken.Form;

/** A token that is for nobody in particular is not for this server. */
public final class TokenSaysForWhomItIs implements Check {

    private static final Rule RULE = Rule.may("rs-accepts-missing-audience", Specs.AUDIENCE);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        // The token of this run may itself be such a one, where the operator brought it.
        var access = seen.token().found().map(token -> token.access()).orElse(null);
        var talk = seen.conversation().found().orElse(null);
        if (access != null && access.form() == Form.JWT && access.audience().isEmpty() && talk != null
                && talk.accepted())
            return RULE.broken(Evidence.in(talk.eras().modern().exchange(), talk.eras().legacy().exchange()), "given");
        return seen.trials().judge(trials -> Judgement.unlessSigned(trials, RULE, Forgery.WITHOUT_AUDIENCE, _ -> false,
                "no-token-for-nobody"));
    }
}
