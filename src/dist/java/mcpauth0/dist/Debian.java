package mcpauth0.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/**
 * The package of Debian and its relatives. It needs no scripts: what it brings, links included, are files that the
 * system's package manager puts there and takes away; menus and icons are renewed by the system's own triggers. Made by
 * {@code dpkg-deb}, because {@code jpackage} would name the libraries of the machine that builds as needed.
 */
final class Debian {

    private static final String NAME = "mcp-auth0-setup";
    private static final String HOME = "usr/lib/" + NAME;

    private final Release release;
    private final Path installer;

    /** @param installer the folder of descriptors and icons */
    Debian(Release release, Path installer) {
        this.release = release;
        this.installer = installer;
    }

    Path pack(Image image, Path licences, Path work, Path into) throws IOException, InterruptedException {
        var root = Folder.empty(work.resolve("debian"));
        Folder.copy(image.folder(), Files.createDirectories(root.resolve("usr/lib")).resolve(NAME));
        Files.createDirectories(root.resolve("usr/bin"));
        Files.createSymbolicLink(root.resolve("usr/bin").resolve(NAME), Path.of("../lib/" + NAME + "/bin/" + NAME));
        put(installer.resolve("linux/" + NAME + ".desktop"), root.resolve("usr/share/applications"), NAME + ".desktop");
        for (var size : Icons.SIZES)
            put(installer.resolve("icons/" + Icons.png(size)),
                    root.resolve("usr/share/icons/hicolor/" + size + "x" + size + "/apps"), NAME + ".png");
        put(installer.resolve("icons/" + NAME + ".svg"), root.resolve("usr/share/icons/hicolor/scalable/apps"),
                NAME + ".svg");
        put(licences, root.resolve("usr/share/doc/" + NAME), "copyright");
        modes(root);
        var size = Folder.size(root) / 1024;
        var control = Files.createDirectories(root.resolve("DEBIAN")).resolve("control");
        Files.writeString(control, Files.readString(installer.resolve("linux/control")).replace("@version@",
                release.version()).replace("@architecture@", architecture()).replace("@size@", Long.toString(size)));
        var deb = into.resolve(NAME + "_" + release.version() + "_" + architecture() + ".deb");
        Tool.run(Map.of(), List.of("dpkg-deb", "--root-owner-group", "-Zxz", "--build", root.toString(),
                deb.toString()));
        return deb;
    }

    static String architecture() {
        return System.getProperty("os.arch", "").equals("aarch64") ? "arm64" : "amd64";
    }

    private static void put(Path file, Path folder, String name) throws IOException {
        Files.copy(file, Files.createDirectories(folder).resolve(name));
    }

    /** Whatever the builder's own rights are: everybody reads, nobody but the system writes. */
    private static void modes(Path root) throws IOException {
        for (var file : Folder.below(root))
            if (!Files.isSymbolicLink(file))
                Files.setPosixFilePermissions(file, PosixFilePermissions
                        .fromString(Files.isDirectory(file) || Files.isExecutable(file) ? "rwxr-xr-x" : "rw-r--r--"));
    }

    /** Where the package puts the program, without the slash at the front. */
    static String home() {
        return HOME;
    }
}
