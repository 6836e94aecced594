package mcpauth0.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import mcpauth0.http.Exchange;
import mcpauth0.http.Header;
import mcpauth0.oauth.WellKnown;
import mcpauth0.setup.McpUrl;

/**
 * The longest chain of requests of one run that depend on one another; nobody could be done sooner than it takes. It is
 * found in the exchanges themselves, not in how the program waited: a request depends on an answer where it could not
 * have been written without it, that is
 * <ul>
 * <li>its address stands in the answer, in a header or in the body, and is not the one that was typed
 * ({@code resource_metadata} of a challenge, {@code Location}, {@code jwks_uri});</li>
 * <li>or its address is where the metadata of an authorization server is looked for that the answer names (RFC 9728 §2,
 * RFC 8414 §3.1);</li>
 * <li>or it is sent in the session that the answer opened.</li>
 * </ul>
 * and the answer had come when it began. Where several answers lead to it, the first that came does; the others were not
 * needed. That a request was merely sent later, or that the program waited for more than
 * this before it sent it, makes no dependency.
 *
 * @param links in their order
 */
record Chain(List<Exchange> links) {

    Chain {
        links = List.copyOf(links);
    }

    /** Of each request from the look-up of the name to the last byte, summed. */
    Duration took() {
        return Duration.ofMillis(links.stream().mapToLong(link -> link.timing().total()).sum());
    }

    String sentence() {
        return links.stream().map(link -> "%s %s (%d ms)".formatted(link.request().method(), path(link),
                link.timing().total())).collect(Collectors.joining(" > "));
    }

    private static String path(Exchange link) {
        return link.request().url().replaceFirst("^https?://[^/]*", "");
    }

    /** @param target the address that was typed */
    static Chain longest(McpUrl target, Collection<Exchange> exchanges) {
        var ends = new ArrayList<End>();
        for (var one : exchanges.stream().sorted(Comparator.comparing(Exchange::started)).toList()) {
            var before = ends.stream().filter(end -> !end.at().isAfter(one.started()))
                    .filter(end -> end.given.leadsTo(one)).min(Comparator.comparing(End::at))
                    .map(end -> end.chain.links).orElse(List.of());
            ends.add(new End(new Chain(Stream.concat(before.stream(), Stream.of(one)).toList()),
                    new Given(one, target)));
        }
        return ends.stream().map(End::chain).max(Comparator.comparing(Chain::took)).orElse(new Chain(List.of()));
    }

    /** What leads to a request, itself included, and what its answer gives. */
    private record End(Chain chain, Given given) {

        /** Times are cut to milliseconds, so what ended in the same one had ended. */
        Instant at() {
            var last = chain.links.getLast();
            return last.started().plusMillis(last.timing().total());
        }
    }

    /** What an answer gives to those who come after it. */
    private record Given(McpUrl target, String text, Set<String> metadata, Set<String> sessions) {

        Given(Exchange exchange, McpUrl target) {
            this(target, text(exchange), metadata(exchange), sessions(exchange));
        }

        boolean leadsTo(Exchange next) {
            var url = next.request().url();
            var session = next.request().header("Mcp-Session-Id");
            return (session != null && sessions.contains(session))
                    || (!url.equals(target.value()) && (text.contains(url) || metadata.contains(url)));
        }

        private static String text(Exchange exchange) {
            var answer = exchange.answer();
            return answer == null
                    ? ""
                    : answer.headers().stream().map(Header::value).collect(Collectors.joining("\n")) + "\n"
                            + answer.text().replace("\\/", "/");
        }

        private static Set<String> sessions(Exchange exchange) {
            var answer = exchange.answer();
            return answer == null ? Set.of() : Set.copyOf(answer.headers("Mcp-Session-Id"));
        }

        private static Set<String> metadata(Exchange exchange) {
            var found = new HashSet<String>();
            var answer = exchange.answer();
            var document = answer == null ? null : answer.json().orElse(null);
            if (document != null)
                StreamSupport.stream(document.path("authorization_servers").spliterator(), false)
                        .flatMap(issuer -> WellKnown.server(issuer.asText()).stream())
                        .map(WellKnown.Candidate::url).forEach(found::add);
            return found;
        }
    }
}
