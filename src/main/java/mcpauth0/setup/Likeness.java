package mcpauth0.setup;

import java.net.IDN;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How two addresses differ that people take for the same. Auth0 compares identifiers byte for byte, so that one of them
 * does not stand for the other.
 *
 * @param at index of the first character in which they differ
 */
public record Likeness(Kind kind, int at) {

    /** What differs first and foremost. */
    public enum Kind {
        SLASH, CASE, SCHEME, PORT, PUNYCODE, ENCODING, QUERY, HOST_ONLY, PATH;

        /** Kebab case. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Nobody takes a longer one for another. */
    private static final int LONGEST = 8_000;
    private static final Pattern ADDRESS = Pattern
            .compile("([A-Za-z][A-Za-z0-9+.-]*)://([^/?#:]*)(?::(\\d+))?([^?#]*)(\\?.*)?");

    private record Parts(String scheme, String host, String port, String path, String query) {

        static Optional<Parts> of(String address) {
            var found = ADDRESS.matcher(address);
            if (address.length() > LONGEST || !found.matches())
                return Optional.empty();
            var scheme = found.group(1).toLowerCase(Locale.ROOT);
            var port = found.group(3) == null ? scheme.equals("http") ? "80" : "443" : found.group(3);
            return Optional.of(new Parts(scheme, found.group(2).toLowerCase(Locale.ROOT), port,
                    found.group(4).endsWith("/")
                            ? found.group(4).substring(0, found.group(4).length() - 1)
                            : found.group(4),
                    found.group(5) == null ? "" : found.group(5)));
        }

        /** The same host, however it is spelt. */
        boolean sameHost(Parts other) {
            return ascii(host).equals(ascii(other.host));
        }

        private static String ascii(String host) {
            try {
                return IDN.toASCII(host);
            } catch (IllegalArgumentException _) {
                return host;
            }
        }

        String decodedPath() {
            try {
                return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException _) {
                return path;
            }
        }

        boolean within(Parts other) {
            return path.startsWith(other.path + "/");
        }
    }

    /** Empty where they are the same to the byte, and where nobody would take them for the same. */
    public static Optional<Likeness> of(String wanted, String other) {
        var at = firstDifference(wanted, other);
        return at < 0
                ? Optional.empty()
                : Parts.of(wanted).flatMap(one -> Parts.of(other).filter(one::sameHost).flatMap(
                        two -> kind(one, two, wanted.equalsIgnoreCase(other)))).map(kind -> new Likeness(kind, at));
    }

    private static Optional<Kind> kind(Parts one, Parts two, boolean ignoringCase) {
        if (ignoringCase)
            return Optional.of(Kind.CASE);
        var path = one.path.equals(two.path) || one.decodedPath().equals(two.decodedPath());
        if (!path)
            return one.path.isEmpty() || two.path.isEmpty()
                    ? Optional.of(Kind.HOST_ONLY)
                    : one.within(two) || two.within(one)
                            ? Optional.of(Kind.PATH)
                            : one.path.equalsIgnoreCase(two.path) ? Optional.of(Kind.CASE) : Optional.empty();
        if (!one.scheme.equals(two.scheme))
            return Optional.of(Kind.SCHEME);
        if (!one.port.equals(two.port))
            return Optional.of(Kind.PORT);
        if (!one.host.equals(two.host))
            return Optional.of(Kind.PUNYCODE);
        if (!one.path.equals(two.path))
            return Optional.of(Kind.ENCODING);
        return Optional.of(one.query.equals(two.query) ? Kind.SLASH : Kind.QUERY);
    }

    /** Index of the first character in which the two differ; -1 when they are the same. */
    public static int firstDifference(String one, String other) {
        var shorter = Math.min(one.length(), other.length());
        for (var i = 0; i < shorter; i++)
            if (one.charAt(i) != other.charAt(i))
                return i;
        return one.length() == other.length() ? -1 : shorter;
    }
}
