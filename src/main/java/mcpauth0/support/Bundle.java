package mcpauth0.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import mcpauth0.export.Lines;
import mcpauth0.text.Texts;

/**
 * What helps those who help: the last report, versions, settings, the log and the journals, without anything secret. Only
 * what is named here is taken from the program's folder; remembered clients, which can have secrets, are not.
 *
 * @param parts in the order in which they stand in the file; the first one says what is inside
 */
public record Bundle(List<Part> parts) {

    /**
     * One file.
     *
     * @param name with slashes between folders
     * @param kind text {@code bundle.part.<kind>}
     */
    public record Part(String name, String kind, String text) {
    }

    private static final long MOST = 8 << 20;

    public Bundle {
        parts = List.copyOf(parts);
    }

    /**
     * Of what is there now.
     *
     * @param state the program's folder
     * @throws IOException when something that is there cannot be read
     */
    public static Bundle of(Path state, Texts texts) throws IOException {
        var parts = new ArrayList<Part>();
        parts.add(new Part("versions.txt", "versions", Versions.text()));
        for (var name : List.of("report.html", "report.json"))
            take(state.resolve(LastReport.FOLDER).resolve(name), name, "report", parts);
        for (var name : List.of("window.json", "connections.json", "signers.json"))
            take(state.resolve(name), "settings/" + name, "settings", parts);
        folder(state.resolve("setups"), "settings/setups/", "settings", parts);
        folder(state.resolve("journals"), "journals/", "journals", parts);
        folder(state.resolve("log"), "log/", "log", parts);
        parts.addFirst(new Part("read-me.txt", "read-me", contents(parts, texts)));
        return new Bundle(parts);
    }

    private static void folder(Path folder, String name, String kind, List<Part> into) throws IOException {
        if (!Files.isDirectory(folder))
            return;
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().toList())
                take(file, name + file.getFileName(), kind, into);
        }
    }

    private static void take(Path file, String name, String kind, List<Part> into) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > MOST || name.endsWith(".lck") || name.endsWith(".lock"))
            return;
        var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        into.add(new Part(name, kind, Scrubbing.of(name).scrub(text)));
    }

    /** Whether a check has ended since the program is here. */
    public boolean hasReport() {
        return parts.stream().anyMatch(part -> part.kind().equals("report"));
    }

    /** What is inside, a line for each file. */
    public String contents(Texts texts) {
        return contents(parts.subList(1, parts.size()), texts);
    }

    private static String contents(List<Part> parts, Texts texts) {
        var lines = new Lines().paragraph("", "", texts.get("bundle.lead")).blank();
        for (var part : parts)
            lines.line("%-28s %s".formatted(part.name(), texts.get("bundle.part." + part.kind())));
        return lines.toString();
    }

    /** As a ZIP file. */
    public byte[] zip() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (var part : parts) {
                zip.putNextEntry(new ZipEntry("mcp-auth0-setup/" + part.name()));
                zip.write(part.text().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e); // it writes into memory
        }
        return out.toByteArray();
    }
}
