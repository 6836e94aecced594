package mcpauth0.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.sun.source.tree.LiteralTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.ToolProvider;
import mcpauth0.http.Json;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Scope;
import mcpauth0.setup.Setup;
import mcpauth0.setup.TenantDomain;
import mcpauth0.text.Language;
import mcpauth0.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.yaml.snakeyaml.Yaml;

/** Every file is a file of its language, and whatever a set-up holds arrives in it as a value and as nothing else. */
class ServerFilesTest {

    private static final String HOSTILE = "urn:\"'`\\ \n\r\t */ // <!-- </script> ${HOME} #{x} $(id) %s {{x}} «issuer» "
            + "«metadata-server» \\u000a \\u0022 : - # & ! | > @ ; }\u2028\u0085\u202e\ufeff \ud83d\ude80é";
    private static final Setup PLAIN = Setup.empty().withServer(McpUrl.parse("https://mcp.example.com/mcp").orThrow())
            .withTenant(TenantDomain.parse("acme.eu.auth0.com").orThrow());
    private static final Setup SPOILT = PLAIN
            .withServer(McpUrl.parse("https://mcp.example.com/m'$%7Bx%7D;(*/@é?coding=ascii&a='*/").orThrow())
            .withResource(HOSTILE)
            .withApi(PLAIN.api().withName(HOSTILE)
                    .withScopes(List.of(new Scope("a:\"b'", ""), new Scope(HOSTILE, ""))));
    static final List<Setup> SETUPS = List.of(PLAIN, SPOILT);

    @TempDir
    Path folder;

    @ParameterizedTest
    @FieldSource("SETUPS")
    void jsonIsWhatItsSchemaSays(Setup setup) throws IOException {
        var file = parsed(write("json", setup));

        assertThat(file.path("audience").asText()).isEqualTo(setup.audience());
        assertThat(valid(file)).isEmpty();
        var about = new ArrayList<String>();
        file.path("about").fieldNames().forEachRemaining(about::add);
        assertThat(file.fieldNames()).toIterable().as("values, each with its word").filteredOn(
                name -> !List.of("schema", "about").contains(name)).containsExactlyElementsOf(about);
    }

    /** A file of this version, which every later one must take as it is. */
    @Test
    void jsonOfTheFirstVersionIsStillTaken() throws IOException {
        var kept = parsed(resource("server-1.json"));

        assertThat(valid(kept)).isEmpty();
        assertThat(withoutWords(parsed(write("json", PLAIN)))).as("change it only with another schema number")
                .isEqualTo(withoutWords(kept));
    }

    private static JsonNode withoutWords(JsonNode file) {
        return ((ObjectNode) file).without("about");
    }

    @ParameterizedTest
    @FieldSource("SETUPS")
    void shellsReadTheEnvironment(Setup setup) throws Exception {
        assumeThat(Files.isExecutable(Path.of("/bin/sh"))).isTrue();
        var file = Files.writeString(folder.resolve("env"), write("env", setup));

        var said = run("/bin/sh", "-c", ". " + file + " && printf '%s|%s' \"$MCP_AUTH_AUDIENCE\" \"$MCP_AUTH_SCOPES\"");

        assertThat(said).isEqualTo(oneLine(Objects.requireNonNull(setup.audience())) + "|"
                + oneLine(String.join(" ", setup.api().scopeValues())));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\R|\\p{Cntrl}", " ");
    }

    @ParameterizedTest
    @FieldSource("SETUPS")
    void javaIsJava(Setup setup) throws IOException {
        for (var format : List.of("java-servlet", "spring-security")) {
            var literals = new ArrayList<Object>();
            var compiler = ToolProvider.getSystemJavaCompiler();
            try (var files = compiler.getStandardFileManager(null, null, null)) {
                var said = new StringWriter();
                var source = Files.writeString(folder.resolve(format + ".java"), write(format, setup));
                var task = (JavacTask) compiler.getTask(said, files, null, List.of("-proc:none"), null,
                        files.getJavaFileObjects(source));
                for (var unit : task.parse())
                    new TreeScanner<Void, Void>() {
                        @Override
                        public Void visitLiteral(LiteralTree literal, Void nothing) {
                            literals.add(literal.getValue());
                            return null;
                        }
                    }.scan(unit, null);
                assertThat(said.toString()).as(format).isEmpty();
            }
            if (format.equals("java-servlet"))
                assertThat(literals).contains(setup.audience()).containsAll(setup.api().scopeValues());
        }
    }

    @ParameterizedTest
    @FieldSource("SETUPS")
    void yamlIsYaml(Setup setup) throws IOException {
        Map<String, Object> spring = new Yaml().load(write("spring-settings", setup));
        var jwt = at(spring, "spring", "security", "oauth2", "resourceserver", "jwt");
        assertThat(jwt).asString().doesNotContain("${HOME}");
        assertThat(((Map<?, ?>) Objects.requireNonNull(jwt)).get("audiences"))
                .asString().isEqualTo("[" + String.valueOf(setup.audience())
                        .replace("${", "${no-such-property:$}{") + "]");

        var kinds = new ArrayList<Object>();
        for (var document : new Yaml().loadAll(write("kubernetes", setup))) {
            kinds.add(((Map<?, ?>) document).get("kind"));
            if (kinds.getLast().equals("ConfigMap"))
                published(setup, String.valueOf(at(document, "data", "default.conf")));
        }
        assertThat(kinds).containsExactly("ConfigMap", "Deployment", "Service", "Ingress");
    }

    private static Object at(Object map, String... names) {
        Object here = map;
        for (var name : names)
            here = Objects.requireNonNull(((Map<?, ?>) here).get(name), name);
        return here;
    }

    @ParameterizedTest
    @FieldSource("SETUPS")
    void nginxIsNginx(Setup setup) {
        published(setup, write("nginx", setup));
    }

    @ParameterizedTest
    @FieldSource("SETUPS")
    void nginxTakesIt(Setup setup) throws Exception {
        assumeThat(there("nginx")).as("nginx is on the PATH").isTrue();
        Files.writeString(folder.resolve("site.conf"), write("nginx", setup));
        var places = Stream.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
                .map(kind -> kind + "_temp_path " + folder.resolve(kind) + ";").toList();
        var file = Files.writeString(folder.resolve("nginx.conf"), """
            pid nginx.pid;
            error_log stderr;
            events {}
            http { access_log off; %s server { listen 127.0.0.1:8081; include site.conf; } }
            """.formatted(String.join(" ", places)));

        run("nginx", "-t", "-p", folder.toString(), "-c", file.toString());
    }

    /** Both locations answer with the document, and no value became a word of its own. */
    private static void published(Setup setup, String text) {
        var words = NginxWords.of(text);
        assertThat(words.depth()).isZero();
        assertThat(words.following("return", "200")).hasSize(2).allSatisfy(document -> {
            assertThat(document).doesNotContain("$");
            assertThat(parsed(document).path("resource").asText()).isEqualTo(setup.audience());
        });
        assertThat(words.following("location", "=")).startsWith(
                setup.equals(PLAIN)
                        ? "/.well-known/oauth-protected-resource/mcp"
                        : "/.well-known/oauth-protected-resource/m'${x};(*/@é");
    }

    @ParameterizedTest
    @FieldSource("SETUPS")
    void pythonIsPython(Setup setup) throws Exception {
        assumeThat(there("python3")).as("python3 is on the PATH").isTrue();
        for (var format : List.of("python", "fastmcp-python")) {
            var file = Files.writeString(folder.resolve("server.py"), write(format, setup));
            var said = run("python3", "-c", """
                import ast, json, sys
                tree = ast.parse(open(sys.argv[1], 'rb').read())
                names = {n.targets[0].id: n.value for n in tree.body if isinstance(n, ast.Assign)}
                print(json.dumps([ast.literal_eval(names[name]) for name in ('AUDIENCE', 'SCOPES')]))
                """, file.toString());

            var values = parsed(said);
            assertThat(values.get(0).asText()).isEqualTo(setup.audience());
            assertThat(StreamSupport.stream(values.get(1).spliterator(), false).map(JsonNode::asText))
                    .containsExactlyElementsOf(setup.api().scopeValues());
        }
    }

    @ParameterizedTest
    @FieldSource("SETUPS")
    void goIsGo(Setup setup) throws Exception {
        assumeThat(there("gofmt")).as("gofmt is on the PATH").isTrue();
        var code = write("go", setup);
        var file = Files.writeString(folder.resolve("main.go"), code);

        assertThat(run("gofmt", file.toString())).isEqualTo(code);
    }

    @ParameterizedTest
    @FieldSource("SETUPS")
    void dotnetsSettingsAreJsonWithComments(Setup setup) {
        var text = write("aspnet-settings", setup).lines().filter(line -> !line.strip().startsWith("//"))
                .reduce("", (all, line) -> all + line + "\n");

        assertThat(parsed(text).path("McpAuth").path("Audience").asText()).isEqualTo(setup.audience());
    }

    /** What no tool here can read: its lines are those of a plain set-up, but for what stands in quotes. */
    @Test
    void noValueLeavesItsQuotes() {
        for (var format : List.of("typescript", "fastmcp-typescript", "cloudflare-worker", "python", "fastmcp-python",
                "java-servlet", "go", "aspnet", "aspnet-settings", "spring-settings", "spring-security"))
            assertThat(frame(write(format, SPOILT))).as(format).isEqualTo(frame(write(format, PLAIN)));
    }

    private static List<String> frame(String text) {
        return text.lines().filter(line -> !line.strip().startsWith("//") && !line.strip().startsWith("#"))
                .map(line -> line.replaceAll("\"(?:[^\"\\\\]|\\\\.)*\"", "§").replaceAll("§(?:, §)+", "§")).toList();
    }

    @Test
    void commentsAreInTheLanguageOfTheReader() {
        for (var language : Language.values()) {
            var texts = Texts.of(language, java.util.Locale.UK);
            for (var export : Exports.all())
                assertThat(export.write(HandOver.of(PLAIN).orThrow(), texts)).as(export.id() + " " + language)
                        .doesNotContain("«", "»");
        }
    }

    private static String write(String format, Setup setup) {
        return Exports.named(format).orElseThrow().write(HandOver.of(setup).orThrow(), Texts.english());
    }

    private static JsonNode parsed(String text) {
        return Json.parse(text).orElseThrow(() -> new AssertionError(text));
    }

    private static List<?> valid(JsonNode file) throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(resource("server.schema.json"), InputFormat.JSON);
        return schema.validate(Json.write(file), InputFormat.JSON);
    }

    private static String resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(ServerFilesTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean there(String tool) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, tool)));
    }

    private static String run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}
