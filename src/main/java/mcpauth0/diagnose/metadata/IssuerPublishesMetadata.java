package mcpauth0.diagnose.metadata;

import java.util.stream.Collectors;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.oauth.Fetched;

/** The issuer has metadata, and it is its own: what names another issuer must not be used. */
public final class IssuerPublishesMetadata implements Check {

    private static final Rule RULE = Rule.must("as-metadata-not-found", Specs.SERVER_METADATA);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.server().judge(found -> {
            var exchanges = found.all().stream().map(Fetched::exchange).toList();
            var evidence = Evidence.in(exchanges).with("issuer", found.issuer()).with("looked-at", found.all().stream()
                    .map(one -> one.candidate().url() + " " + one.exchange().status())
                    .collect(Collectors.joining(", ")));
            var picked = found.picked();
            var document = picked == null ? null : picked.document();
            if (document == null)
                return RULE.broken(OtherServersProbe.withTheRest(evidence, seen, found), found.issuer());
            // That of another host has a check of its own.
            if (Shown.host(document.issuer()).equals(Shown.host(found.issuer())) && !document.isOf(found.issuer())
                    && !document.isOfButForSlash(found.issuer()))
                return RULE.broken(evidence.with("issuer-of-metadata", String.valueOf(document.issuer())),
                        found.issuer());
            return new Holds(evidence);
        });
    }
}
