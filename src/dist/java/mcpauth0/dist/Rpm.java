package mcpauth0.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The package of Fedora, openSUSE and their relatives: the same files as in the {@code .deb}, and no scripts. Made by
 * {@code rpmbuild}, because {@code jpackage} puts the program where no shell looks for it, and nothing into the menu.
 */
final class Rpm {

    private static final String SPEC = "mcp-auth0-setup.spec";

    private final Release release;
    private final Path installer;

    /** @param installer the folder of descriptors */
    Rpm(Release release, Path installer) {
        this.release = release;
        this.installer = installer;
    }

    /** @param tree where {@code usr} is, as it is to be installed */
    Path pack(Path tree, Path work, Path into) throws IOException, InterruptedException {
        var top = Folder.empty(work.resolve("rpm"));
        var spec = top.resolve(SPEC);
        Files.writeString(spec, Files.readString(installer.resolve("linux").resolve(SPEC))
                .replace("@version@", release.version()).replace("@tree@", tree.toAbsolutePath().toString()));
        Tool.run(Map.of(), List.of("rpmbuild", "-bb", "--define", "_topdir " + top.toAbsolutePath(), "--define",
                "_rpmdir " + into.toAbsolutePath(), "--define",
                "_rpmfilename %{NAME}-%{VERSION}-%{RELEASE}.%{ARCH}.rpm",
                spec.toString()));
        try (var files = Files.list(into)) {
            return files.filter(file -> file.toString().endsWith(".rpm")).findFirst()
                    .orElseThrow(() -> new IllegalStateException("rpmbuild left no package."));
        }
    }
}
