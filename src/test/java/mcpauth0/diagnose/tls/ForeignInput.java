package mcpauth0.diagnose.tls;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.security.cert.X509Certificate;
import mcpauth0.http.Answer;

/** Parsers of this room that others cannot see. */
public final class ForeignInput {

    private ForeignInput() {
    }

    public static boolean isHello(byte[] bytes) throws IOException {
        return Hello.answer(new DataInputStream(new ByteArrayInputStream(bytes))).isPresent();
    }

    /** Everything that is read of the certificates of an answer. */
    public static int certificates(Answer answer) {
        var found = CompletionProbe.read(answer);
        found.forEach(ForeignInput::names);
        return found.size();
    }

    private static void names(X509Certificate certificate) {
        CompletionProbe.addressOfIssuer(certificate);
        CertificateNames.listed(CertificateNames.alternative(certificate));
        CertificateNames.common(certificate);
        CertificateNames.called(certificate.getIssuerX500Principal());
    }
}
