package mcpauth0.dist;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes the packages of this system in {@code target/dist}: {@code mvn -Pdist verify}. */
final class Pack {

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
        var runtime = new Runtime(platform, target.resolve("app/lib"));
        var image = Image.make(platform, release, target.resolve("app/mcp-auth0-setup.jar"), runtime,
                installer.resolve("icons"), work);
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
        out.printf("%s: %.1f MB, %.1f MB installed%n", deb.getFileName(), Files.size(deb) / 1e6,
                Folder.size(work.resolve("debian")) / 1e6);
        if (Tool.there("rpmbuild"))
            new Packed(release, installer).rpm(image, dist);
        else
            out.println("No rpmbuild here, so no .rpm.");
    }
}
