package mcpauth0.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Packages that {@code jpackage} makes with the system's own tools: {@code .msi}, {@code .dmg}. */
final class Packed {

    private final Release release;
    private final Path installer;

    Packed(Release release, Path installer) {
        this.release = release;
        this.installer = installer;
    }

    /** Needs WiX on the path. The upgrade code stays for ever: by it Windows knows an older version of the same program. */
    void msi(Image image, Path into) throws IOException {
        make("msi", image, into, List.of("--win-menu", "--win-shortcut-prompt",
                "--win-dir-chooser", "--win-per-user-install", "--win-upgrade-uuid",
                "6c2c7f0e-52f8-4d0f-9d0a-6b3b0d7b7b41", "--license-file", into.resolve("licences.txt").toString()));
    }

    /** Needs Xcode's tools. Signed where {@code MAC_SIGNING_IDENTITY} names who signs. */
    void dmg(Image image, Path into) throws IOException {
        var more = new ArrayList<String>();
        var identity = System.getenv("MAC_SIGNING_IDENTITY");
        if (identity != null && !identity.isBlank()) {
            sign(image, identity);
            more.addAll(List.of("--mac-sign", "--mac-signing-key-user-name", identity));
        }
        make("dmg", image, into, more);
    }

    /** The image was changed after it was made (the cache): it is signed as it is now. */
    private void sign(Image image, String identity) {
        Tool.jdk("jpackage", List.of("--type", "app-image", "--app-image", image.folder().toString(), "--mac-sign",
                "--mac-signing-key-user-name", identity, "--mac-entitlements",
                installer.resolve("macos/entitlements.plist").toString()));
    }

    private void make(String type, Image image, Path into, List<String> more) throws IOException {
        Files.createDirectories(into);
        var words = new ArrayList<>(List.of("--type", type, "--app-image", image.folder().toString(), "--name",
                image.platform().launcherName(), "--app-version", release.version(), "--vendor", release.vendor(),
                "--description", release.description(), "--dest", into.toString()));
        words.addAll(more);
        Tool.jdk("jpackage", words);
    }
}
