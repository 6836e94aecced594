package mcpauth0.diagnose.validation;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;

/** Certificates are fetched from no address that a token names ({@code x5u}). */
public final class AddressOfCertificatesIsNotTakenFromTheToken implements Check {

    private static final Rule RULE = Rule.must("rs-accepts-x5u", Specs.KEY_SOURCES);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.trials().judge(trials -> NamedAddresses.judge(trials, RULE, Forgery.CERTIFICATE_ADDRESS));
    }
}
