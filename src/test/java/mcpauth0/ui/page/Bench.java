package mcpauth0.ui.page;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;

/** Draws a node on its own, to be looked at. */
final class Bench {

    static void draw(Parent root, double width, double height, int em, Path file) throws IOException {
        root.setStyle("-fx-font-size: " + em + "px; -fx-padding: 32; -fx-background-color: -color-bg-default;");
        var scene = new Scene(root, width, height);
        scene.getStylesheets().add(Bench.class.getResource("/mcpauth0/ui/check.css").toExternalForm());
        root.applyCss();
        root.layout();
        root.applyCss();
        root.layout();
        write(scene.snapshot(new WritableImage((int) width, (int) height)), file);
    }

    static void write(WritableImage image, Path file) throws IOException {
        var reader = image.getPixelReader();
        int w = (int) image.getWidth(), h = (int) image.getHeight();
        var raw = new ByteArrayOutputStream();
        for (var y = 0; y < h; y++) {
            raw.write(0);
            for (var x = 0; x < w; x++) {
                var p = reader.getArgb(x, y);
                raw.write(p >> 16);
                raw.write(p >> 8);
                raw.write(p);
            }
        }
        var deflater = new Deflater();
        deflater.setInput(raw.toByteArray());
        deflater.finish();
        var packed = new ByteArrayOutputStream();
        var buffer = new byte[65536];
        while (!deflater.finished())
            packed.write(buffer, 0, deflater.deflate(buffer));
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[]{(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        var head = new ByteArrayOutputStream();
        var data = new DataOutputStream(head);
        data.writeInt(w);
        data.writeInt(h);
        data.write(new byte[]{8, 2, 0, 0, 0});
        chunk(out, "IHDR", head.toByteArray());
        chunk(out, "IDAT", packed.toByteArray());
        chunk(out, "IEND", new byte[0]);
        Files.createDirectories(file.getParent());
        Files.write(file, out.toByteArray());
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) throws IOException {
        var stream = new DataOutputStream(out);
        stream.writeInt(data.length);
        var body = new ByteArrayOutputStream();
        body.writeBytes(type.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        body.writeBytes(data);
        stream.write(body.toByteArray());
        var crc = new CRC32();
        crc.update(body.toByteArray());
        stream.writeInt((int) crc.getValue());
    }

    private Bench() {
    }
}
