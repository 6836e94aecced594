package mcpauth0;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.image.Image;

/** Writes a picture as PNG (ISO/IEC 15948) in eight-bit RGB: enough for a window, without AWT. */
final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int RGB = 2;

    private Png() {
    }

    static void write(Image image, Path file) throws IOException {
        Files.write(file, bytes(image));
    }

    static byte[] bytes(Image image) {
        var width = (int) image.getWidth();
        var height = (int) image.getHeight();
        var pixels = image.getPixelReader();
        var out = new ByteArrayOutputStream();
        try {
            var packed = new ByteArrayOutputStream();
            try (var rows = new DeflaterOutputStream(packed)) {
                var row = new byte[1 + 3 * width];
                for (var y = 0; y < height; y++) {
                    for (var x = 0; x < width; x++) {
                        var argb = pixels.getArgb(x, y);
                        row[1 + 3 * x] = (byte) (argb >> 16);
                        row[2 + 3 * x] = (byte) (argb >> 8);
                        row[3 + 3 * x] = (byte) argb;
                    }
                    rows.write(row);
                }
            }
            out.write(SIGNATURE);
            var header = new ByteArrayOutputStream();
            var fields = new DataOutputStream(header);
            fields.writeInt(width);
            fields.writeInt(height);
            fields.write(new byte[]{8, RGB, 0, 0, 0});
            chunk(out, "IHDR", header.toByteArray());
            chunk(out, "IDAT", packed.toByteArray());
            chunk(out, "IEND", new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) throws IOException {
        var body = new ByteArrayOutputStream();
        body.write(type.getBytes(StandardCharsets.US_ASCII));
        body.write(content);
        var checksum = new CRC32();
        checksum.update(body.toByteArray());
        var data = new DataOutputStream(out);
        data.writeInt(content.length);
        body.writeTo(data);
        data.writeInt((int) checksum.getValue());
    }
}
