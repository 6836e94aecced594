package mcpauth0.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The libraries as they are packed. Most are taken as they are. Of Auth0's, which has ten thousand classes, only what the
 * program can come to is taken, and stands uncompressed, as Jackson's does: a package compresses so many like classes
 * five times better than the jar does. A signature is left out: the package has its own, and the virtual machine would go
 * through all of it before the program begins. The natives of JNA for other systems stay out; the one for this system is
 * put beside the jar, where a signature can be put on it.
 */
record Jars(Platform platform, Path program, Path into) {

    private static final String AUTH0 = "auth0-";
    private static final String JACKSON = "jackson-databind-";
    private static final String NATIVE = "jna-";
    private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(?:SF|RSA|DSA|EC)");
    private static final String NATIVES = "com/sun/jna/";

    void copy(List<Path> jars) throws IOException {
        for (var jar : jars) {
            var name = jar.getFileName().toString();
            var target = into.resolve("lib").resolve(name);
            Files.createDirectories(target.getParent());
            if (name.startsWith(AUTH0)) {
                var reached = new Reach("com/auth0").of(program, jar);
                rewrite(jar, target, true, entry -> !entry.endsWith(".class") || reached.contains(entry));
            } else if (name.startsWith(JACKSON))
                rewrite(jar, target, true, _ -> true);
            else if (name.startsWith(NATIVE) && !name.startsWith("jna-platform"))
                rewrite(jar, target, false, _ -> true);
            else if (signed(jar))
                rewrite(jar, target, false, entry -> !SIGNATURE.matcher(entry).matches());
            else
                Files.copy(jar, target);
        }
    }

    private static boolean signed(Path jar) throws IOException {
        try (var archive = new ZipFile(jar.toFile())) {
            return archive.stream().anyMatch(entry -> SIGNATURE.matcher(entry.getName()).matches());
        }
    }

    private void rewrite(Path jar, Path target, boolean stored, Predicate<String> wanted) throws IOException {
        try (var from = new ZipFile(jar.toFile());
                var to = new ZipOutputStream(Files.newOutputStream(target))) {
            for (var entry : from.stream().filter(one -> wanted.test(one.getName())).toList()) {
                var content = from.getInputStream(entry).readAllBytes();
                if (library(entry.getName())) {
                    if (entry.getName().startsWith(NATIVES + here() + "/"))
                        Files.write(into.resolve(entry.getName().substring(entry.getName().lastIndexOf('/') + 1)),
                                content);
                    continue;
                }
                to.putNextEntry(same(entry, content, stored));
                to.write(content);
                to.closeEntry();
            }
        }
    }

    private static ZipEntry same(ZipEntry entry, byte[] content, boolean stored) {
        var same = new ZipEntry(entry.getName());
        same.setTime(entry.getTime());
        if (stored) {
            var sum = new CRC32();
            sum.update(content);
            same.setMethod(ZipEntry.STORED);
            same.setSize(content.length);
            same.setCrc(sum.getValue());
        }
        return same;
    }

    private static boolean library(String name) {
        return name.startsWith(NATIVES) && (name.endsWith(".so") || name.endsWith(".dll") || name.endsWith(".jnilib")
                || name.endsWith(".a"));
    }

    /** As JNA calls this system and its processor. */
    private String here() {
        var processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT).contains("aarch64")
                ? "aarch64"
                : "x86-64";
        return switch (platform) {
            case LINUX -> "linux-" + processor;
            case MACOS -> "darwin-" + processor;
            case WINDOWS -> "win32-" + processor;
        };
    }
}
