package mcpauth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class StateFolderTest {

    private static final Path HOME = Path.of("/home/ada");

    @Test
    void liesWhereTheSystemKeepsSuchThings() {
        assertThat(StateFolder.of(Map.of(), "Linux", HOME).path())
                .isEqualTo(Path.of("/home/ada/.local/state/mcp-auth0-setup"));
        assertThat(StateFolder.of(Map.of("XDG_STATE_HOME", "/var/x"), "Linux", HOME).path())
                .isEqualTo(Path.of("/var/x/mcp-auth0-setup"));
        assertThat(StateFolder.of(Map.of("XDG_STATE_HOME", "relative"), "Linux", HOME).path())
                .isEqualTo(Path.of("/home/ada/.local/state/mcp-auth0-setup"));
        assertThat(StateFolder.of(Map.of(), "Mac OS X", HOME).path())
                .isEqualTo(Path.of("/home/ada/Library/Application Support/mcp-auth0-setup"));
        assertThat(StateFolder.of(Map.of("LOCALAPPDATA", "/c/local"), "Windows 11", HOME).path())
                .isEqualTo(Path.of("/c/local/mcp-auth0-setup"));
        assertThat(StateFolder.of(Map.of("MCP_AUTH0_SETUP_HOME", "/here"), "Linux", HOME).path())
                .isEqualTo(Path.of("/here"));
    }

    @Test
    void belongsToItsUserAlone(@TempDir Path folder) throws IOException {
        var state = new StateFolder(folder.resolve("a/b")).make();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.path()))).isEqualTo("rwx------");
    }
}
