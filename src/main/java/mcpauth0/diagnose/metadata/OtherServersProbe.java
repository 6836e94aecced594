package mcpauth0.diagnose.metadata;

import java.util.List;
import java.util.concurrent.Callable;
import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Probe;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.http.Exchange;
import mcpauth0.oauth.Discovery;
import mcpauth0.oauth.Fetched;
import mcpauth0.oauth.ResourceMetadata;
import mcpauth0.oauth.ServerMetadata;

/** Looks at the authorization servers that are named after the first, where the first has no metadata; at few of many. */
public final class OtherServersProbe implements Probe<List<Discovery.Server>> {

    public static final Probe<List<Discovery.Server>> OTHER_SERVERS = new OtherServersProbe();

    private static final int FEW = 3;

    private OtherServersProbe() {
    }

    @Override
    public Station station() {
        return Station.METADATA;
    }

    @Override
    public Sighting<List<Discovery.Server>> look(Look look) throws InterruptedException {
        return switch (look.at(FirstServerProbe.FIRST_SERVER)) {
            case Sighting.Unseen<Begun<ServerMetadata>> unseen -> Sighting.asUnseen(unseen);
            case Sighting.Seen<Begun<ServerMetadata>>(var first, _) -> {
                var named = first.picked() == null ? named(look) : List.<String>of();
                var discovery = new Discovery(look.http(), look.timeout());
                var found = look.together(named.stream().skip(1).limit(FEW)
                        .map(issuer -> (Callable<Discovery.Server>) () -> discovery.server(issuer)).toList());
                yield Sighting.seen(found, found.stream().flatMap(one -> one.all().stream())
                        .map(Fetched::exchange).map(Exchange::n).toArray(Integer[]::new));
            }
        };
    }

    /**
     * Says which of the named authorization servers nobody looked at: all but the first where that one has metadata, and
     * else whatever comes after the few.
     */
    static Evidence withTheRest(Evidence evidence, Observations seen, Discovery.Server first) {
        var rest = seen.document().found().map(ResourceMetadata::authorizationServers).orElse(List.of()).stream()
                .skip(first.picked() == null ? 1 + FEW : 1).toList();
        return rest.isEmpty() ? evidence : evidence.with("not-looked-at", String.join(", ", rest));
    }

    private static List<String> named(Look look) throws InterruptedException {
        return look.at(FirstResourceProbe.FIRST_RESOURCE).found().map(Begun::document)
                .map(ResourceMetadata::authorizationServers).orElse(List.of());
    }
}
