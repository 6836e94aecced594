package mcpauth0.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.javakeyring.PasswordAccessException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import mcpauth0.access.NamedConnection.Kind;
import mcpauth0.access.NamedConnections.Saved;
import mcpauth0.setup.Parsed;
import mcpauth0.setup.Secret;
import mcpauth0.setup.TenantDomain;
import mcpauth0.text.Texts;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tenants that are come back to, with and without a keychain. */
class NamedConnectionsTest {

    private static final Secret SECRET = Secret.of("marked-secret");

    @TempDir
    Path folder;
    private final InMemoryKeychain keychain = new InMemoryKeychain();
    @SuppressWarnings("NullAway.Init")
    private NamedConnections connections;

    @BeforeEach
    void start() {
        connections = new NamedConnections(folder.resolve("state"), keychain);
    }

    private static NamedConnection connection(String name, Kind kind) {
        return new NamedConnection(name,
                TenantDomain.parse(name.toLowerCase(java.util.Locale.ROOT) + ".eu.auth0.com").orThrow(),
                TenantDomain.parse("login.example.com").orThrow(), kind, "abc",
                kind == Kind.KEY ? Path.of("/keys/one.pem") : null, kind == Kind.KEY ? "PS256" : "RS256", false);
    }

    private List<NamedConnection> all() {
        return connections.all().orThrow();
    }

    private Path file() {
        return folder.resolve("state").resolve("connections.json");
    }

    @Test
    void whatIsSavedIsReadAgainAndHoldsNoSecret() throws Exception {
        assertThat(all()).isEmpty();
        var key = connection("Production", Kind.KEY);
        var secret = connection("development", Kind.SECRET);
        assertThat(connections.save(key, null, null)).isEqualTo(new Saved.Well());
        assertThat(connections.save(secret, SECRET, null)).isEqualTo(new Saved.Well());
        assertThat(all()).containsExactly(secret.withInKeychain(true), key);
        assertThat(connections.find(" DEVELOPMENT ")).contains(secret.withInKeychain(true));
        assertThat(connections.secret(all().getFirst())).contains(SECRET);
        assertThat(Files.readString(file())).doesNotContain("marked");
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix"))
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
        try (var files = Files.list(folder.resolve("state"))) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void aSecretThatIsNoLongerToBeKeptIsTakenOutOfTheKeychain() throws Exception {
        connections.save(connection("one", Kind.SECRET), SECRET, null);
        connections.save(connection("One", Kind.SECRET), null, null);
        assertThat(all()).singleElement().returns("One", NamedConnection::name).returns(false,
                NamedConnection::inKeychain);
        assertThat(keychain.kept).isEmpty();
        connections.save(connection("one", Kind.SECRET), SECRET, null);
        assertThat(keychain.kept).hasSize(1);
        assertThat(connections.forget("ONE")).isEmpty();
        assertThat(all()).isEmpty();
        assertThat(keychain.kept).isEmpty();
    }

    @Test
    void withoutAKeychainEverythingButTheSecretIsKept() throws Exception {
        for (var trouble : List.of("none", "refused", "silent")) {
            keychain.trouble = trouble;
            assertThat(connections.save(connection("one", Kind.SECRET), SECRET, null)).isInstanceOfSatisfying(
                    Saved.WithoutSecret.class, told -> assertThat(told.why().id()).isEqualTo(trouble));
            assertThat(Texts.english().has("keychain." + trouble)).isTrue();
            assertThat(all()).singleElement().returns(false, NamedConnection::inKeychain);
            assertThat(connections.secret(all().getFirst())).isEmpty();
            assertThat(connections.forget("one")).isEmpty();
        }
    }

    @Test
    void aFileThatCannotBeUnderstoodIsLeftAsItIs() throws Exception {
        Files.createDirectories(file().getParent());
        for (var text : List.of("", "{", "[]", "{\"schema\":2,\"connections\":[]}",
                "{\"schema\":1,\"connections\":[{\"name\":\"a\",\"tenant\":\"a.eu.auth0.com\",\"kind\":\"magic\"}]}",
                "{\"schema\":1,\"connections\":[{\"name\":\"a\",\"tenant\":\"no domain\",\"kind\":\"token\"}]}")) {
            Files.writeString(file(), text);
            assertThat(connections.all()).as(text).isEqualTo(Parsed.bad("connections-unreadable", file().toString()));
            assertThatThrownBy(() -> connections.save(connection("one", Kind.SECRET), SECRET, null))
                    .isInstanceOf(IOException.class);
            assertThat(keychain.kept).isEmpty();
            assertThat(file()).hasContent(text);
        }
    }

    static List<NamedConnection> others() {
        var one = connection("one", Kind.SECRET);
        return List.of(
                new NamedConnection("One", TenantDomain.parse("two.eu.auth0.com").orThrow(), null, Kind.SECRET, "abc",
                        null, "RS256", false),
                new NamedConnection("one", one.tenant(), null, Kind.SECRET, "other", null, "RS256", false),
                connection("one", Kind.KEY), connection("one", Kind.TOKEN));
    }

    @ParameterizedTest
    @MethodSource("others")
    void anotherTenantOrOtherCredentialsTakeTheNameOfNoneWithoutBeingAsked(NamedConnection other) throws Exception {
        connections.save(connection("one", Kind.SECRET), SECRET, null);
        var there = all().getFirst();
        assertThat(connections.save(other, null, null)).isEqualTo(new Saved.Taken(there));
        assertThat(connections.save(other, Secret.of("other"), there.withInKeychain(false)))
                .as("agreed to for what is there no more").isEqualTo(new Saved.Taken(there));
        assertThat(all()).containsExactly(there);
        assertThat(keychain.kept).containsValue(SECRET);
        assertThat(connections.save(other, null, there)).isEqualTo(new Saved.Well());
        assertThat(all()).containsExactly(other);
        assertThat(keychain.kept).isEmpty();
    }

    @Test
    void whatTheKeychainDoesNotLetGoStaysListedAndCanBeTriedAgain() throws Exception {
        connections.save(connection("One", Kind.SECRET), SECRET, null);
        var there = all().getFirst();
        for (var trouble : List.of("none", "refused", "silent")) {
            keychain.trouble = trouble;
            assertThat(connections.forget("one"))
                    .hasValueSatisfying(told -> assertThat(told.id()).isEqualTo(trouble));
            for (var secret : new Secret[]{null, Secret.of("newer")})
                assertThat(connections.save(connection("One", Kind.SECRET), secret, null)).isInstanceOfSatisfying(
                        Saved.Held.class, told -> assertThat(told.why().id()).isEqualTo(trouble));
            assertThat(all()).containsExactly(there);
        }
        keychain.trouble = null;
        assertThat(connections.forget("one")).isEmpty();
        assertThat(all()).isEmpty();
        assertThat(keychain.kept).isEmpty();
    }

    /** What the library says where there is nothing, and where it was refused, on each system. */
    @ParameterizedTest
    @CsvSource({"No stored credentials match MCP Auth0 Setup account: one, false, true",
            "Password is not in wallet, false, true", "Error code 1168, true, true", "Error code 5, false, false",
            "The specified item could not be found in the keychain., false, true",
            "Failed to get credential. User interaction is not allowed., false, false", "'', false, false"})
    void onlyWhatIsNotThereNeedsNoDeleting(String words, boolean open, boolean absent) {
        assertThat(empties(false, words, open)).isEqualTo(absent);
        assertThat(empties(true, words, open)).as("it can still be read").isFalse();
    }

    private static boolean empties(boolean there, String words, boolean open) {
        try {
            SystemKeychain.empty(new SystemKeychain.Drawer() {
                @Override
                public void look() throws PasswordAccessException {
                    if (!there)
                        throw new PasswordAccessException(words);
                }

                @Override
                public void empty() throws PasswordAccessException {
                    throw new PasswordAccessException(words);
                }
            }, open);
            return true;
        } catch (PasswordAccessException e) {
            return false;
        }
    }

    @Test
    void namesAreTidied() {
        assertThat(NamedConnections.name("  my\n tenant ").orThrow()).isEqualTo("my tenant");
        assertThat(NamedConnections.name(" ")).isEqualTo(Parsed.bad("connection-name-empty"));
        assertThat(NamedConnections.name("x".repeat(61))).isEqualTo(Parsed.bad("connection-name-long", "60"));
    }

    @Test
    void whereThereIsNoSessionBusNobodyIsAsked() {
        assertThat(new SystemKeychain(Map.of(), "Linux").missing()).isPresent();
        assertThat(new SystemKeychain(Map.of("XDG_RUNTIME_DIR", folder.toString()), "Linux").missing()).isPresent();
        assertThat(new SystemKeychain(Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=/x"), "Linux").missing()).isEmpty();
        assertThat(new SystemKeychain(Map.of(), "Mac OS X").missing()).isEmpty();
        assertThat(new SystemKeychain(Map.of(), "Windows 11").missing()).isEmpty();
    }

    /** The library itself, where it can find nothing: never on a computer with a keychain, which would be somebody's. */
    @Test
    @Timeout(60)
    void theLibraryWithoutAKeychainNeitherThrowsNorHangs() {
        Assumptions.assumeTrue(System.getProperty("os.name").equals("Linux")
                && SystemKeychain.ofThisComputer().missing().isPresent());
        var deceived = new SystemKeychain(Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere"), "Linux");
        assertThatThrownBy(() -> deceived.find("one")).isInstanceOfSatisfying(Keychain.Trouble.class,
                trouble -> assertThat(trouble.id()).isEqualTo("none"));
        assertThatThrownBy(() -> deceived.keep("one", SECRET)).isInstanceOf(Keychain.Trouble.class)
                .hasMessageNotContaining("marked");
    }
}
