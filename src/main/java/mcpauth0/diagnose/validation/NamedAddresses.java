package mcpauth0.diagnose.validation;

import java.util.List;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Rule.Severity;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.Verdict.NotTestableFromHere;
import mcpauth0.diagnose.validation.Trials.Trial;

/**
 * The verdict about tokens that name an address: to go there is wrong already, because whoever writes a token then sends the
 * server wherever he likes (RFC 8725 §3.10). Where the server could not reach an address of ours, a refusal says nothing.
 */
final class NamedAddresses {

    private NamedAddresses() {
    }

    static Verdict judge(Trials trials, Rule rule, Forgery forgery) {
        var verdict = Judgement.of(trials, rule, forgery);
        if (!(verdict instanceof Holds(var evidence)))
            return verdict;
        List<Trial> sent = trials.of(forgery).orElse(List.of());
        if (sent.stream().anyMatch(Trial::fetched))
            return rule.broken(Severity.WARNING, evidence.with("fetched", "true"), "fetched");
        return sent.stream().allMatch(one -> one.variant().equals(Trying.FETCHABLE))
                ? new Holds(evidence.with("fetched", "false"))
                : new NotTestableFromHere("no-reachable-address");
    }
}
