package mcpauth0;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** The libraries of a Linux system that JavaFX loads; without them it dies with a stack trace that helps nobody. */
final class SystemLibraries {

    /** A library and the package that brings it: its name on Debian, whose others resemble it. */
    private record Needed(String library, String debian) {
    }

    private static final List<Needed> PICTURES = List.of(new Needed("libfreetype.so.6", "libpangoft2-1.0-0"),
            new Needed("libfontconfig.so.1", "libpangoft2-1.0-0"),
            new Needed("libpangoft2-1.0.so.0", "libpangoft2-1.0-0"));
    private static final List<Needed> WINDOW = List.of(new Needed("libgtk-3.so.0", "libgtk-3-0"),
            new Needed("libXtst.so.6", "libxtst6"));

    private SystemLibraries() {
    }

    /** Packages to install for pictures off screen, separated by spaces; empty when nothing is missing. */
    static Optional<String> missingForPictures() {
        return linux() ? missingForPictures(SystemLibraries::there) : Optional.empty();
    }

    static Optional<String> missingForPictures(Predicate<String> there) {
        return missing(PICTURES, there);
    }

    /** Packages to install for a window besides those for pictures. */
    static Optional<String> missingForWindow() {
        return linux() ? missing(WINDOW, SystemLibraries::there) : Optional.empty();
    }

    private static Optional<String> missing(List<Needed> needed, Predicate<String> there) {
        return needed.stream().filter(one -> !there.test(one.library())).map(Needed::debian).distinct()
                .reduce((one, other) -> one + " " + other);
    }

    private static boolean linux() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    }

    /** As the loader's own list has it; else asks the loader itself, which also finds what stands in unusual places. */
    @SuppressWarnings("restricted") // loading them is what JavaFX does a moment later
    private static boolean there(String library) {
        if (Listed.NAMES.contains(library + "\0"))
            return true;
        try {
            SymbolLookup.libraryLookup(library, Arena.global());
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Names and places of the libraries of this system, each with a null byte behind it (ld.so.cache of glibc). */
    private static final class Listed {

        static final String NAMES = read();

        private static String read() {
            try {
                return Files.readString(Path.of("/etc/ld.so.cache"), StandardCharsets.ISO_8859_1);
            } catch (IOException _) {
                return "";
            }
        }
    }
}
