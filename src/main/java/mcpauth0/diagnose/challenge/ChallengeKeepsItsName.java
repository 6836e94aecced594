package mcpauth0.diagnose.challenge;

import java.util.List;
import java.util.Locale;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.Verdict.NotApplicable;
import mcpauth0.http.Header;

/** The challenge arrives under its own name: a gateway may have given it another. */
public final class ChallengeKeepsItsName implements Check {

    private static final Rule RULE = Rule.must("challenge-header-renamed", Specs.CHALLENGE,
            "challenge-no-resource-metadata", "rs-401-without-invalid-token");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.answered().judge(opening -> {
            var exchange = opening.initialize().exchange();
            var answer = exchange.answer();
            var headers = answer == null ? List.<Header>of() : answer.headers();
            var renamed = headers.stream().map(Header::name)
                    .filter(name -> name.toLowerCase(Locale.ROOT).matches(".+www-authenticate")).findFirst();
            if (renamed.isPresent() && opening.initialize().challenges().bearer() == null)
                return RULE.broken(Evidence.in(exchange).with("header", renamed.get()), renamed.get());
            if (opening.initialize().status() / 100 == 2)
                return new Blocked("challenge");
            return opening.initialize().challenges().isEmpty()
                    ? new NotApplicable("no-challenge")
                    : new Holds(Evidence.in(exchange));
        });
    }
}
