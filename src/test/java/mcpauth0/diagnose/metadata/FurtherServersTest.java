package mcpauth0.diagnose.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Sights;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Fact;
import mcpauth0.http.Json;
import mcpauth0.oauth.Discovery;
import mcpauth0.oauth.Fetched;
import mcpauth0.oauth.ResourceMetadata;
import mcpauth0.oauth.ServerMetadata;
import mcpauth0.oauth.WellKnown;
import mcpauth0.ui.Specimens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A document may name many authorization servers; who was not looked at is said. */
class FurtherServersTest {

    private static final WellKnown.Candidate PLACE = WellKnown.server("https://as1.example/").getFirst();

    private static Sights sights(int named, @Nullable ServerMetadata first) {
        var document = Json.object();
        var list = document.putArray("authorization_servers");
        IntStream.rangeClosed(1, named).forEach(n -> list.add("https://as" + n + ".example/"));
        return Sights.at(Instant.EPOCH)
                .with(ResourceProbe.RESOURCE, new Discovery.Resource(
                        List.of(new Fetched<>(PLACE, exchange(), new ResourceMetadata(document)))))
                .with(ServerProbe.SERVER, new Discovery.Server("https://as1.example/",
                        List.of(new Fetched<>(PLACE, exchange(), first))))
                .with(OtherServersProbe.OTHER_SERVERS, List.of(new Discovery.Server("https://as2.example/",
                        List.of(new Fetched<>(PLACE, exchange(), new ServerMetadata(Json.object()))))));
    }

    private static mcpauth0.http.Exchange exchange() {
        return Specimens.exchange(1, 0, "GET", PLACE.url(), 200, 0, 0, 1);
    }

    private static List<Fact> facts(Sights sights, Check check) {
        return switch (sights.judge(check)) {
            case Verdict.Holds(var evidence) -> evidence.facts();
            case Verdict.Broken broken -> broken.evidence().facts();
            case Verdict.Blocked _,Verdict.NotTestableFromHere _,Verdict.NotApplicable _ ->
                throw new AssertionError(sights.judge(check).toString());
        };
    }

    @Test
    void whoComesAfterTheFewIsNamedAsNotLookedAt() {
        for (var check : List.<Check>of(new FirstServerWorks(), new IssuerPublishesMetadata())) {
            assertThat(facts(sights(6, null), check))
                    .contains(new Fact("not-looked-at", "https://as5.example/, https://as6.example/"));
            assertThat(facts(sights(4, null), check)).extracting(Fact::label).doesNotContain("not-looked-at");
        }
    }

    @Test
    void whereTheFirstWorksNobodyElseIsLookedAt() {
        var works = new ServerMetadata(Json.object().put("issuer", "https://as1.example/"));
        assertThat(facts(sights(2, works), new FirstServerWorks()))
                .contains(new Fact("not-looked-at", "https://as2.example/"));
        assertThat(facts(sights(1, works), new FirstServerWorks())).extracting(Fact::label)
                .doesNotContain("not-looked-at");
    }
}
