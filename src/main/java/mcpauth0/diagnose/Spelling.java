package mcpauth0.diagnose;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mcpauth0.auth0.Snapshot;
import mcpauth0.diagnose.validation.Complaint;
import mcpauth0.http.Redaction;
import mcpauth0.setup.Likeness;
import org.jspecify.annotations.Nullable;

/**
 * The one string in one of its places. The address that people type, the resource's name for itself, the API identifier and
 * the audience of tokens have to be the same to the byte; seen below one another, a stray slash is found at once.
 *
 * @param place {@code typed metadata challenge api-identifier token-audience expected}: text {@code spelling.<place>}
 * @param value as it stands there, with strange characters made visible; very long ones are cut
 * @param differsAt index of the first character that differs from the typed address; -1 where none does
 */
public record Spelling(String place, String value, int differsAt) {

    private static final String WELL_KNOWN = "/.well-known/oauth-protected-resource";

    /** Everywhere where it was seen, the typed address first. */
    public static List<Spelling> of(Observations seen) {
        var typed = seen.scene().target().value();
        var all = new ArrayList<Spelling>();
        all.add(new Spelling("typed", typed, -1));
        add(all, "metadata", seen.document().found().map(document -> document.resource()), typed);
        add(all, "challenge", seen.opening().found()
                .flatMap(opening -> resourceOf(opening.initialize().challenges().resourceMetadata())), typed);
        seen.tenant().found().flatMap(tenant -> api(tenant, seen.resourceName()))
                .ifPresent(found -> all.add(spelt("api-identifier", found, typed)));
        seen.token().found().stream().flatMap(token -> token.access().audience().stream())
                .forEach(audience -> all.add(spelt("token-audience", audience, typed)));
        Complaint.expectedAudience(seen).ifPresent(expected -> all.add(spelt("expected", expected, typed)));
        return List.copyOf(all);
    }

    private static void add(List<Spelling> all, String place, Optional<String> value, String typed) {
        value.ifPresent(found -> all.add(spelt(place, found, typed)));
    }

    private static Spelling spelt(String place, String value, String typed) {
        var shown = Redaction.value(value);
        return new Spelling(place, shown, Likeness.firstDifference(typed, shown));
    }

    /** The resource that a metadata address is made from (RFC 9728 §3.1); empty for an address of another shape. */
    static Optional<String> resourceOf(@Nullable String pointer) {
        if (pointer == null)
            return Optional.empty();
        try {
            var uri = new URI(pointer);
            var path = uri.getRawPath();
            if (uri.getRawAuthority() == null || path == null || !path.startsWith(WELL_KNOWN))
                return Optional.empty();
            return Optional.of(uri.getScheme() + "://" + uri.getRawAuthority() + path.substring(WELL_KNOWN.length()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** The API that is meant: the one of that name, else one that people would take for it. */
    private static Optional<String> api(Snapshot tenant, String resource) {
        var identifiers = tenant.apis().stream().map(Snapshot.Api::identifier).toList();
        return Stream.concat(identifiers.stream().filter(resource::equals),
                identifiers.stream().filter(one -> Likeness.of(resource, one).isPresent())).findFirst();
    }
}
