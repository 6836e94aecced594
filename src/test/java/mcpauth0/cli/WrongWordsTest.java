package mcpauth0.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words that cannot be followed: exit code 2, a sentence on standard error, nothing on standard output, no stack trace. */
class WrongWordsTest {

    @TempDir
    Path folder;

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("empty"), " \n");
        Files.writeString(folder.resolve("token"), "abc");
        Files.writeString(folder.resolve("broken.json"), "{\n\"schema\": 1,");
        Files.writeString(folder.resolve("newer.json"), "{\"schema\": 99}");
        Files.writeString(folder.resolve("bare.json"), "{\"schema\": 1}");
        Files.writeString(folder.resolve("full.json"),
                "{\"schema\": 1, \"server\": \"https://mcp.example.com/mcp\", \"tenant\": \"acme.eu.auth0.com\"}");
        Files.write(folder.resolve("binary"), new byte[]{(byte) 0xff, (byte) 0xfe, 0, 1});
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        nonsense                                                  | 'nonsense'
        chek https://a.example/mcp                                | Did you mean check
        check                                                     | The address of your MCP server is missing
        check mcp.example.com/mcp                                 | does not begin with https://
        check ftp://mcp.example.com/mcp                           | ftp
        check https://                                            | not a web address
        check https://user:secret@mcp.example.com/mcp             | user name or password
        check https://mcp.example.com/mcp#top                     | has a # in it
        check https://mcp.example.com/mcp --deep                  | Add --login or --token-file
        check https://mcp.example.com/mcp --login somebody        | --login
        check https://mcp.example.com/mcp --login none --token-file DIR/missing | no such file
        check https://mcp.example.com/mcp --token-file DIR/empty  | is empty
        check https://mcp.example.com/mcp --token-file DIR        | is a folder
        check https://mcp.example.com/mcp --token-file DIR/binary | not a text file
        check https://mcp.example.com/mcp --token-file DIR/token --login follow | only one of them
        check https://mcp.example.com/mcp --ca DIR/missing        | no such file
        check https://mcp.example.com/mcp --ca DIR/token          | has no certificate in it
        check https://mcp.example.com/mcp --report DIR/x.pdf      | .json
        check https://mcp.example.com/mcp --report DIR/no/x.json  | folder is missing
        check https://mcp.example.com/mcp --fail-on sometimes     | --fail-on
        check https://mcp.example.com/mcp --timeout 0             | from 1 to 3600
        check https://mcp.example.com/mcp --timeout soon          | --timeout
        check https://mcp.example.com/mcp --client-secret-file DIR/token | Add --client-id
        check https://mcp.example.com/mcp --client nobody         | nobody
        check https://mcp.example.com/mcp --tenant acme.eu.auth0.com | Add --management-token-file
        check https://mcp.example.com/mcp --tenant acme --management-token-file DIR/token | short name
        check https://mcp.example.com/mcp --management-token-file DIR/token | Add --tenant
        check https://mcp.example.com/mcp --surroundings DIR/token | does not describe surroundings
        check https://mcp.example.com/mcp --tenant localhost:1 --management-token-file DIR/token | not a Management API token
        connect nowhere                                           | does not begin with https://
        practice --fault nothing-of-the-kind                      | is not something
        practice --fault tls-expired --fault tls-not-yet-valid    | cannot both be broken
        practice --port 70000                                     | 1 to 65535
        practice --delay 60001                                    | from 0 to 60,000
        practice --state odd                                      | --state
        plan                                                      | --setup
        plan --setup DIR/missing                                  | no such file
        plan --setup DIR/empty                                    | is empty
        plan --setup DIR/broken.json                              | not complete JSON
        plan --setup DIR/newer.json                               | newer version
        plan --setup DIR/bare.json                                | Add --tenant
        plan --setup DIR/full.json                                | without a key
        plan --setup DIR/full.json --tenant other.eu.auth0.com    | the file of the other tenant
        plan --setup DIR/full.json --client-id x                  | Name both
        plan --setup DIR/full.json --client-id x --client-secret-file DIR/token --management-token-file DIR/token | only one can be used
        apply DIR/full.json                                       | not a plan
        undo                                                      | Add --tenant
        drift --setup DIR/broken.json                             | not complete JSON
        export                                                    | --setup and a format
        export --setup DIR/full.json --format nothing             | choose one of
        export --setup DIR/bare.json --format env                 | The field “server”
        """)
    void areAnsweredWithASentence(String words, String said) {
        var spoken = Spoken.words(folder, words.strip().replace("DIR", folder.toString()).split(" +"));

        assertThat(spoken.code()).as(spoken.err()).isEqualTo(2);
        assertThat(spoken.out()).isEmpty();
        assertThat(spoken.err()).contains(said.strip()).doesNotContain("Exception", "\tat ");
    }

    @Test
    void foreignTextCannotMoveTheCursor() {
        var spoken = Spoken.words(folder, "export", "--setup", folder.resolve("full.json").toString(), "--format",
                "\u001b[2Jclear\u202e");

        assertThat(spoken.code()).isEqualTo(2);
        assertThat(spoken.err()).contains("\\u001b[2Jclear\\u202e").doesNotContain("\u001b", "\u202e");
    }

    @Test
    void aSecretAsAPlainArgumentIsNotTakenUp() {
        var spoken = Spoken.words(folder, "check", "https://mcp.example.com/mcp", "--token", "eyJsecret");

        assertThat(spoken.code()).isEqualTo(2);
        assertThat(spoken.err()).contains("--token");
    }

    @Test
    void fieldsOfANewerVersionAreTold() throws IOException {
        var file = folder.resolve("setup.json");
        Files.writeString(file, Files.readString(folder.resolve("full.json"), StandardCharsets.UTF_8)
                .replace("}", ", \"colour\": \"red\"}"));

        var spoken = Spoken.words(folder, "export", "--setup", file.toString(), "--format", "setup");

        assertThat(spoken.code()).isZero();
        assertThat(spoken.err()).contains("colour");
        assertThat(spoken.out()).contains("\"colour\" : \"red\"");
    }
}
