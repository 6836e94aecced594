package mcpauth0.diagnose.tls;

import java.security.cert.X509Certificate;
import java.util.List;
import mcpauth0.http.Trust;
import org.jspecify.annotations.Nullable;

/**
 * What the server presented when a connection was begun.
 *
 * @param chain as it was sent, the server's own certificate first; empty where it did not come so far
 * @param trusted whether the chain leads to an authority that is trusted here, dates left aside
 * @param source whose authority that is, dates regarded; null where it leads to none
 * @param plain whether the port speaks plain HTTP
 * @param detail what Java said where no chain came
 */
public record Handshake(String host, List<X509Certificate> chain, boolean trusted, Trust.@Nullable Source source,
        boolean plain, String detail) {

    public Handshake {
        chain = List.copyOf(chain);
    }

    /** Whether hosted clients cannot know the authority: the operator named it. */
    public boolean operatorTrusted() {
        return source == Trust.Source.OPERATOR;
    }
}
