package mcpauth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import mcpauth0.ui.Icon;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The pictures that the systems show for the program are those that the program shows for itself:
 * {@code mvn test -Dtest=IconFilesTest -Dscreenshots=write} writes them anew.
 */
class IconFilesTest {

    private static final Path ICONS = Path.of("installer", "icons");
    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);
    /** What Windows looks for; larger ones do not fit into its format. */
    private static final List<Integer> ICO = List.of(16, 24, 32, 48, 64, 128, 256);
    /** Apple's names for PNG pictures of a size. */
    private static final Map<String, Integer> ICNS = new TreeMap<>(Map.of("icp4", 16, "icp5", 32, "icp6", 64, "ic07",
            128, "ic08", 256, "ic09", 512));

    private final Map<Integer, BufferedImage> drawn = new TreeMap<>();

    @BeforeEach
    void draw() throws Exception {
        Stagehand.start();
        for (var size : SIZES)
            drawn.put(size, Stagehand.on(() -> {
                var from = Icon.image(size);
                var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
                for (var y = 0; y < size; y++)
                    for (var x = 0; x < size; x++)
                        image.setRGB(x, y, from.getPixelReader().getArgb(x, y));
                return image;
            }));
        if ("write".equals(System.getProperty("screenshots")))
            write();
    }

    @AfterEach
    void nothingLeft() {
        drawn.clear();
    }

    @Test
    void everySizeIsDrawnAsTheWindowDrawsIt() throws IOException {
        for (var size : SIZES)
            assertSame(size, Files.readAllBytes(ICONS.resolve("mcp-auth0-setup-" + size + ".png")));
    }

    @Test
    void windowsAndMacosHaveTheSamePictures() throws IOException {
        var ico = ByteBuffer.wrap(Files.readAllBytes(ICONS.resolve("mcp-auth0-setup.ico")))
                .order(ByteOrder.LITTLE_ENDIAN);
        assertThat(ico.getShort(2)).as("an icon").isEqualTo((short) 1);
        assertThat(ico.getShort(4)).isEqualTo((short) ICO.size());
        for (var i = 0; i < ICO.size(); i++) {
            var entry = 6 + 16 * i;
            assertThat(ico.get(entry) & 255).isEqualTo(ICO.get(i) % 256);
            var png = new byte[ico.getInt(entry + 8)];
            ico.get(ico.getInt(entry + 12), png);
            assertSame(ICO.get(i), png);
        }
        var icns = ByteBuffer.wrap(Files.readAllBytes(ICONS.resolve("mcp-auth0-setup.icns")));
        assertThat(icns.getInt(4)).as("its length").isEqualTo(icns.capacity());
        var at = 8;
        for (var one : ICNS.entrySet()) {
            assertThat(new String(icns.array(), at, 4, StandardCharsets.US_ASCII)).isEqualTo(one.getKey());
            var png = new byte[icns.getInt(at + 4) - 8];
            icns.get(at + 8, png);
            assertSame(one.getValue(), png);
            at += png.length + 8;
        }
    }

    @Test
    void theDrawingForAnySizeHasTheSameLines() throws Exception {
        var svg = Files.readString(ICONS.resolve("mcp-auth0-setup.svg"));
        Stagehand.on(() -> {
            for (var node : Icon.node().getChildren())
                assertThat(svg).contains('"' + ((javafx.scene.shape.SVGPath) node).getContent() + '"');
            return true;
        });
    }

    /** Edges may be smoothed a little differently by another computer. */
    private void assertSame(int size, byte[] png) throws IOException {
        var kept = ImageIO.read(new ByteArrayInputStream(png));
        var now = Objects.requireNonNull(drawn.get(size));
        assertThat(List.of(kept.getWidth(), kept.getHeight())).isEqualTo(List.of(size, size));
        var differ = 0;
        for (var y = 0; y < size; y++)
            for (var x = 0; x < size; x++)
                if (far(kept.getRGB(x, y), now.getRGB(x, y)))
                    differ++;
        assertThat(differ / (double) (size * size)).as("the icon of %d pixels; write it anew with -Dscreenshots=write",
                size).isLessThan(0.03);
    }

    private static boolean far(int one, int other) {
        for (var shift = 0; shift < 32; shift += 8)
            if (Math.abs((one >> shift & 255) - (other >> shift & 255)) > 48)
                return true;
        return false;
    }

    private void write() throws IOException {
        Files.createDirectories(ICONS);
        for (var size : SIZES)
            Files.write(ICONS.resolve("mcp-auth0-setup-" + size + ".png"), png(size));
        Files.write(ICONS.resolve("mcp-auth0-setup.ico"), ico());
        Files.write(ICONS.resolve("mcp-auth0-setup.icns"), icns());
    }

    private byte[] png(int size) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(drawn.get(size), "png", out);
        return out.toByteArray();
    }

    private byte[] ico() throws IOException {
        var total = 6 + 16 * ICO.size();
        for (var size : ICO)
            total += png(size).length;
        var out = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) 0).putShort((short) 1).putShort((short) ICO.size());
        var at = 6 + 16 * ICO.size();
        for (var size : ICO) {
            var length = png(size).length;
            out.put((byte) size.intValue()).put((byte) size.intValue()).put((byte) 0).put((byte) 0)
                    .putShort((short) 1).putShort((short) 32).putInt(length).putInt(at);
            at += length;
        }
        for (var size : ICO)
            out.put(png(size));
        return out.array();
    }

    private byte[] icns() throws IOException {
        var pictures = new ByteArrayOutputStream();
        var fields = new DataOutputStream(pictures);
        for (var one : ICNS.entrySet()) {
            var png = png(one.getValue());
            fields.writeBytes(one.getKey());
            fields.writeInt(png.length + 8);
            fields.write(png);
        }
        var out = new ByteArrayOutputStream();
        var head = new DataOutputStream(out);
        head.writeBytes("icns");
        head.writeInt(pictures.size() + 8);
        pictures.writeTo(out);
        return out.toByteArray();
    }
}
