package mcpauth0.oauth;

import java.util.List;
import mcpauth0.http.Redaction;
import org.jspecify.annotations.Nullable;

/**
 * What went through the user agent.
 *
 * @param url the authorization request
 * @param issuer recorded before the agent was sent away
 * @param issuerAnnounced whether the metadata says that answers carry {@code iss}
 * @param callback the one with the right state; null where none came
 * @param strays the visits with a wrong state or none: none of them ended the wait
 */
public record FrontChannel(String url, String redirectUri, String issuer, boolean issuerAnnounced,
        @Nullable Callback callback, List<Callback> strays) {

    public FrontChannel {
        strays = List.copyOf(strays);
    }

    /**
     * RFC 9207 §2.4 with the table of MCP 2026-07-28: a wrong issuer never, two of them never, a missing one only if none
     * was announced.
     */
    public boolean issuerHolds() {
        if (callback != null && callback.repeats("iss"))
            return false;
        var got = callback == null ? null : callback.issuer();
        return got == null ? !issuerAnnounced : got.equals(issuer);
    }

    /** Without the state. */
    @Override
    public String toString() {
        return "FrontChannel[" + Redaction.url(url) + ", " + callback + ", strays " + strays + "]";
    }
}
