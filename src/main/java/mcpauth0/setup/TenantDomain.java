package mcpauth0.setup;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The domain of an Auth0 tenant: {@code acme.eu.auth0.com}, a custom domain, or {@code localhost:PORT} for the practice
 * tenant. The Management API is always called on the canonical domain.
 */
public record TenantDomain(String value) {

    /** A name of the domain name system (RFC 1035 §2.3.4), with a port; the pattern calls itself for every label. */
    private static final int LONGEST = 253 + 6;

    private static final Pattern NAME = Pattern.compile(
            "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*(?::\\d{1,5})?");

    /** An address around a name is a little longer. */
    private static final int LONGEST_TYPED = 2_000;
    private static final int SHOWN = 60;

    /** Accepts space, capitals, {@code https://} in front and a path or slash behind; they are taken away. */
    public static Parsed<TenantDomain> parse(String typed) {
        var stripped = typed.strip();
        if (stripped.length() > LONGEST_TYPED)
            return Parsed.bad("tenant-not-a-domain", stripped.substring(0, SHOWN) + "…");
        var text = stripped.toLowerCase(Locale.ROOT);
        if (text.startsWith("https://"))
            text = text.substring(8);
        if (text.startsWith("http://"))
            text = text.substring(7);
        var end = text.indexOf('/');
        if (end >= 0)
            text = text.substring(0, end);
        if (text.isEmpty())
            return Parsed.bad("tenant-empty");
        if (text.length() > LONGEST || !NAME.matcher(text).matches())
            return Parsed.bad("tenant-not-a-domain", typed.strip());
        if (text.startsWith("manage.") && text.endsWith("auth0.com"))
            return Parsed.bad("tenant-dashboard", text);
        if (!text.contains(".") && !text.contains(":"))
            return Parsed.bad("tenant-no-domain", text);
        return Parsed.good(new TenantDomain(text));
    }

    /** The issuer of tokens made under this domain; Auth0's ends with a slash, always. */
    public String issuer() {
        return "https://" + value + "/";
    }

    /** The audience that a Management API token of this tenant must have. */
    public String managementAudience() {
        return "https://" + value + "/api/v2/";
    }

    /** Neither Auth0's own nor loopback: a name that the operator's company gave to the tenant. */
    public boolean custom() {
        return !value.endsWith(".auth0.com") && !loopback();
    }

    public boolean loopback() {
        return value.startsWith("localhost:") || value.startsWith("127.0.0.1:");
    }

    /** The first label: how people call the tenant. */
    public String shortName() {
        var end = value.indexOf('.');
        return end < 0 ? value : value.substring(0, end);
    }

    @Override
    public String toString() {
        return value;
    }
}
