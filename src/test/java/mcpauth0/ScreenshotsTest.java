package mcpauth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.image.Image;
import mcpauth0.http.Network;
import mcpauth0.text.Texts;
import org.junit.jupiter.api.Test;

/**
 * The tour, and the pictures of the README: {@code mvn test -Dtest=ScreenshotsTest -Dscreenshots=write} writes them anew.
 * Ports, ids and times differ from run to run, and so do fonts between machines; a page that looks another way does not
 * pass.
 */
class ScreenshotsTest {

    private static final Path KEPT = Path.of("screenshots");
    private static final Path NOW = Path.of("target", "screenshots");
    private static final double MOST_DIFFERENT = 0.12;

    @Test
    void theTourEndsHealthyAndEveryPageLooksAsItsPicture() throws IOException {
        Files.createDirectories(NOW);
        for (var name : names(NOW))
            Files.delete(NOW.resolve(name));
        var said = new ByteArrayOutputStream();
        var code = new TourWalk(Network.system(), Texts.english()).run(NOW, false,
                new PrintStream(said, true, StandardCharsets.UTF_8));
        assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(Files.readString(NOW.resolve("report.json"))).contains("\"verdict\" : \"healthy\"");
        var pictures = names(NOW);
        assertThat(pictures).contains("home-light.png", "review-dark.png", "check-light.png", "client-dark.png");
        if ("write".equals(System.getProperty("screenshots"))) {
            Files.createDirectories(KEPT);
            for (var name : names(KEPT))
                Files.delete(KEPT.resolve(name));
            for (var name : pictures)
                Files.copy(NOW.resolve(name), KEPT.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(names(KEPT)).as("screenshots/ has each page; write them anew with -Dscreenshots=write")
                .isEqualTo(pictures);
        for (var name : pictures)
            assertThat(difference(picture(NOW.resolve(name)), picture(KEPT.resolve(name))))
                    .as("%s looks another way than %s; if that is meant, write them anew with -Dscreenshots=write",
                            NOW.resolve(name), KEPT.resolve(name))
                    .isLessThan(MOST_DIFFERENT);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".png")).sorted()
                    .toList();
        }
    }

    private static Image picture(Path file) {
        return new Image(file.toUri().toString());
    }

    /** The share of pixels that differ visibly; 1 where the sizes do. */
    private static double difference(Image one, Image other) {
        if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight())
            return 1;
        var width = (int) one.getWidth();
        var height = (int) one.getHeight();
        var differ = 0L;
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++) {
                var a = one.getPixelReader().getArgb(x, y);
                var b = other.getPixelReader().getArgb(x, y);
                if (Math.abs((a >> 16 & 255) - (b >> 16 & 255)) + Math.abs((a >> 8 & 255) - (b >> 8 & 255))
                        + Math.abs((a & 255) - (b & 255)) > 60)
                    differ++;
            }
        return (double) differ / ((long) width * height);
    }
}
