package mcpauth0.dist;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The systems that the program is packed for: each packs its own. */
enum Platform {
    /** {@code .deb}, and {@code .rpm} where {@code rpmbuild} is there. */
    LINUX("lib/app", "lib/runtime", "bin/mcp-auth0-setup", "lib", ".so"),
    /** {@code .dmg}. */
    MACOS("Contents/app", "Contents/runtime/Contents/Home", "Contents/MacOS/MCP Auth0 Setup", "lib", ".dylib"),
    /** {@code .msi}. */
    WINDOWS("app", "runtime", "MCP Auth0 Setup.exe", "bin", ".dll");

    /** Where the jars are in an image. */
    final Path app;
    /** Where the runtime is in an image. */
    final Path runtime;
    /** The program that people start, in an image. */
    final Path launcher;
    /** Where a runtime keeps its native libraries. */
    final Path natives;
    /** How a native library's name ends. */
    final String library;

    Platform(String app, String runtime, String launcher, String natives, String library) {
        this.app = Path.of(app);
        this.runtime = Path.of(runtime);
        this.launcher = Path.of(launcher);
        this.natives = Path.of(natives);
        this.library = library;
    }

    static Platform current() {
        var name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return name.contains("win") ? WINDOWS : name.contains("mac") ? MACOS : LINUX;
    }

    /** Modules that only this system has: the system's own certificates are read through them. */
    List<String> modules() {
        return this == WINDOWS ? List.of("jdk.crypto.mscapi") : List.of();
    }

    /** What the program's folder is called. */
    String imageName() {
        return switch (this) {
            case LINUX -> "mcp-auth0-setup";
            case MACOS -> "MCP Auth0 Setup.app";
            case WINDOWS -> "MCP Auth0 Setup";
        };
    }

    /** What the launcher and its settings are called. */
    String launcherName() {
        return this == LINUX ? "mcp-auth0-setup" : "MCP Auth0 Setup";
    }
}
