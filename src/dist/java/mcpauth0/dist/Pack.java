package mcpauth0.dist;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Makes the packages of this system in {@code target/dist}: {@code mvn -Pdist verify}. */
final class Pack {

    /** In megabytes. */
    private static final double MOST_PACKED = 60;
    private static final double MOST_INSTALLED = 220;

    private Pack() {
    }

    /** @param words the project's folder, version, description and vendor */
    static void main(String[] words) throws IOException, InterruptedException {
        var project = Path.of(words[0]);
        var release = new Release(words[1], words[2], words[3]);
        var out = System.out;
        var platform = Platform.current();
        var target = project.resolve("target");
        var work = Files.createDirectories(target.resolve("dist-work"));
        var dist = Folder.empty(target.resolve("dist"));
        var installer = project.resolve("installer");
        var runtime = new LinkedRuntime(platform, target.resolve("app/lib"));
        var image = Image.make(platform, release, target.resolve("app/mcp-auth0-setup.jar"), runtime,
                installer.resolve("icons"), work);
        if (provable())
            see(installer.resolve("linux/prove.sh").toString(), "window");
        new Rehearsal(image).hold(work);
        var licences = Licences.write(runtime.jars(false), image.runtime(), dist.resolve("licences.txt"));
        var bill = target.resolve("bom.json");
        if (Files.exists(bill))
            Files.copy(bill, dist.resolve("mcp-auth0-setup-" + release.version() + ".cdx.json"));
        switch (platform) {
            case LINUX -> linux(release, installer, image, licences, work, dist, out);
            case MACOS -> new Packed(release, installer).dmg(image, dist);
            case WINDOWS -> new Packed(release, installer).msi(image, dist);
        }
        Sums.write(dist);
    }

    private static void linux(Release release, Path installer, Image image, Path licences, Path work, Path dist,
            PrintStream out) throws IOException, InterruptedException {
        var deb = new Debian(release, installer).pack(image, licences, work, dist);
        var installed = Folder.size(work.resolve("debian")) / 1e6;
        var packed = Files.size(deb) / 1e6;
        out.printf("%s: %.1f MB, %.1f MB installed%n", deb.getFileName(), packed, installed);
        if (packed > MOST_PACKED || installed > MOST_INSTALLED)
            throw new IllegalStateException("The package is larger than it may be: %s and %s MB."
                    .formatted(MOST_PACKED, MOST_INSTALLED));
        prove(deb, installer, work, out);
        if (Tool.there("rpmbuild")) {
            var rpm = new Rpm(release, installer).pack(work.resolve("debian"), work, dist);
            out.printf("%s: %.1f MB%n", rpm.getFileName(), Files.size(rpm) / 1e6);
        } else
            out.println("No rpmbuild here, so no .rpm.");
    }

    /** In a fresh Debian, which only the system's administrator can have. */
    private static void prove(Path deb, Path installer, Path work, PrintStream out)
            throws IOException, InterruptedException {
        var target = work.resolveSibling("test-classes");
        var words = List.of(installer.resolve("linux/prove.sh").toString(), deb.toString(), work.toString(),
                work.resolve("runtime").toString(), target.toString(),
                installer.resolveSibling("screenshots").toString());
        if (provable())
            see(words.toArray(String[]::new));
        else
            out.println("Not proven, which takes a Debian and root: sudo " + String.join(" ", words));
    }

    private static boolean provable() throws IOException, InterruptedException {
        return Tool.there("apt-get") && Tool.run(Map.of(), List.of("id", "-u")).strip().equals("0");
    }

    /** What it says is shown. */
    private static void see(String... words) throws IOException, InterruptedException {
        if (new ProcessBuilder(words).inheritIO().start().waitFor() != 0)
            throw new IllegalStateException(String.join(" ", words) + " failed.");
    }
}
