package mcpauth0.diagnose.tls;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import mcpauth0.diagnose.Verdict.Evidence;
import org.jspecify.annotations.Nullable;

/** When certificates are valid, as evidence. */
final class Dates {

    private Dates() {
    }

    static Evidence until(X509Certificate one) {
        return named(one).with("valid-until", one.getNotAfter().toInstant().toString());
    }

    static Evidence from(X509Certificate one) {
        return named(one).with("valid-from", one.getNotBefore().toInstant().toString());
    }

    /** With the time here and, where it is known, at the server. */
    static Evidence compared(Evidence evidence, Instant here, @Nullable Instant there) {
        var mine = evidence.with("clock", here.toString());
        return there == null ? mine : mine.with("server-clock", there.toString());
    }

    /** {@code 2026-09-30}. */
    static String day(Instant time) {
        return time.toString().substring(0, time.toString().indexOf('T'));
    }

    /** Whole days in between. */
    static String days(Instant from, Instant to) {
        return String.valueOf(Duration.between(from, to).toDays());
    }

    private static Evidence named(X509Certificate one) {
        return Evidence.NONE.with("certificate", CertificateNames.called(one.getSubjectX500Principal()));
    }
}
