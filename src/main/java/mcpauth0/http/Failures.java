package mcpauth0.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.zip.DataFormatException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import mcpauth0.http.Failure.Unreachable.Reason;

/** From what the socket, the handshake or OkHttp threw to a {@link Failure}. */
public final class Failures {

    private static final String BROKEN_OFF = "the header lines break off, or are longer than 256 KB";

    private Failures() {
    }

    /** Total: what is not known becomes {@link Failure.Unexpected}. */
    public static Failure of(IOException e, String host) {
        var text = String.valueOf(e.getMessage());
        if (brokenOff(e))
            return new Failure.Malformed("http", BROKEN_OFF);
        if (text.contains("proxy") || text.contains("for CONNECT"))
            return new Failure.Unreachable(Reason.PROXY, host, text);
        return switch (e) {
            case UnknownHostException _ -> new Failure.Unreachable(Reason.NAME, host, text);
            case NoRouteToHostException _ -> new Failure.Unreachable(Reason.NO_ROUTE, host, text);
            case ConnectException _ ->
                new Failure.Unreachable(text.contains("unreachable") ? Reason.NO_ROUTE : Reason.REFUSED, host, text);
            case SSLPeerUnverifiedException _ -> new Failure.Unreachable(Reason.UNTRUSTED, host, firstLine(text));
            case SSLException _ when e.getCause() instanceof EOFException ->
                new Failure.Unreachable(Reason.RESET, host, text);
            case SSLException _ ->
                new Failure.Unreachable(untrusted(e) ? Reason.UNTRUSTED : Reason.TLS, host, firstLine(text));
            case ProtocolException _ -> new Failure.Malformed("http", text);
            case EOFException _ -> new Failure.Unreachable(Reason.RESET, host, text);
            case SocketException _ ->
                new Failure.Unreachable(text.contains("unreachable") ? Reason.NO_ROUTE : Reason.RESET, host, text);
            // Of OkHttp's decompression: neither the beginning nor the check sum is one of gzip.
            case IOException _ when text.startsWith("ID1ID2") || text.startsWith("CRC") || text.startsWith("ISIZE")
                    || e.getCause() instanceof DataFormatException ->
                new Failure.Malformed("http", text);
            default -> text.contains("end of stream") || text.contains("stream was reset") || text.equals("closed")
                    ? new Failure.Unreachable(Reason.RESET, host, text)
                    : new Failure.Unexpected(e);
        };
    }

    /** OkHttp reads 256 KB of header lines, and says the same of more as of lines that end halfway. */
    private static boolean brokenOff(Throwable e) {
        if (!(e.getCause() instanceof EOFException cause))
            return false;
        var text = String.valueOf(cause.getMessage());
        return text.contains("not found: limit=") && !text.contains("limit=0 ");
    }

    private static boolean untrusted(Throwable e) {
        for (var cause = e.getCause(); cause != null; cause = cause.getCause())
            if (cause instanceof CertificateException || cause instanceof CertPathValidatorException)
                return true;
        return false;
    }

    private static String firstLine(String text) {
        var end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
