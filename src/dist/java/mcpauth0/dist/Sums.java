package mcpauth0.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** {@code SHA256SUMS} over what is given away, as {@code sha256sum --check} reads it. */
final class Sums {

    private static final String NAME = "SHA256SUMS";

    private Sums() {
    }

    static void write(Path folder) throws IOException {
        var lines = new StringBuilder();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().equals(NAME)).sorted().toList())
                lines.append(digest(file)).append("  ").append(file.getFileName()).append('\n');
        }
        Files.writeString(folder.resolve(NAME), lines);
    }

    private static String digest(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            in.transferTo(new java.security.DigestOutputStream(java.io.OutputStream.nullOutputStream(), digest));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
