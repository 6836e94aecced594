package mcpauth0.bad;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcpauth0.bad.Parsers.Parser;
import org.junit.jupiter.api.Test;

/** Whoever begins to read what others wrote stands in one of these lists, so that somebody tries to break it. */
class ParsersLawTest {

    /** What makes a class one that reads what others wrote. */
    private static final Set<String> READING = Set.of("mcpauth0.http.Json.parse", "mcpauth0.http.Answer.json",
            "mcpauth0.oauth.HtmlPage.of", "java.security.cert.CertificateFactory.generateCertificates",
            "com.nimbusds.jose.jwk.JWK.parse", "com.nimbusds.jose.JWSObject.parse",
            "com.fasterxml.jackson.databind.ObjectMapper.readTree",
            "com.fasterxml.jackson.databind.ObjectMapper.readValue",
            "com.fasterxml.jackson.databind.ObjectMapper.treeToValue");

    /** By the parser of {@link FuzzTest} that leads there. */
    private static final Map<String, String> FUZZED = Map.ofEntries(Map.entry("http.Json", "JSON"),
            Map.entry("http.Redaction", "redaction"), Map.entry("http.Surroundings", "surroundings"),
            Map.entry("http.Trust", "certificates of a file"), Map.entry("http.Answer", "answers of a server"),
            Map.entry("oauth.AccessToken", "access token"), Map.entry("oauth.TokenVerification", "access token"),
            Map.entry("oauth.PublishedKeys", "published keys"), Map.entry("oauth.ErrorWords", "words of an error"),
            Map.entry("oauth.mcp.EventStream", "events"), Map.entry("oauth.mcp.McpAnswer", "answers of a server"),
            Map.entry("oauth.FileClientStore", "remembered clients"), Map.entry("plan.Journal", "journal"),
            Map.entry("diagnose.tls.CompletionProbe", "certificates of the web"),
            Map.entry("auth0.Complaint", "complaints of the Management API"), Map.entry("cli.PlanFile", "plan"),
            Map.entry("diagnose.client.LineJson", "access log"), Map.entry("setup.SetupFile", "set-up file"),
            Map.entry("export.report.SavedReport", "report"), Map.entry("ui.model.Newest", "newest version"));

    /** Looked at in whole runs on servers that spoil their answers. */
    private static final Set<String> IN_RUNS = Set.of("oauth.Fetched", "oauth.Registration", "oauth.TokenEndpoint",
            "oauth.AuthorizationProbe", "diagnose.registration.RegistrationAnswerIsUsable",
            "diagnose.transport.AnswersSayWhatTheyAre", "export.report.ReadTokens", "diagnose.validation.Places");

    /** Read what only the operator, this program or Auth0 itself has written; tests of their own rooms hold them. */
    private static final Set<String> OF_ONES_OWN = Set.of("access.NamedConnections", "access.Signers",
            "auth0.ClientDocument",
            "auth0.Decoy", "auth0.Library", "auth0.Management", "auth0.ManagementAccess", "auth0.Permissions",
            "auth0.TokenFetcher", "cli.ConformanceCommand", "diagnose.client.Clients",
            "diagnose.client.Symptoms", "oauth.agent.FormAgent", "support.Scrubbing", "ui.Preferences",
            "ui.model.History",
            "ui.model.KeptTokens", "ui.model.Licence", "ui.model.Message");

    @Test
    void everyReaderIsTried() {
        var listed = Stream.of(FUZZED.keySet(), IN_RUNS, OF_ONES_OWN).flatMap(Set::stream)
                .collect(Collectors.toCollection(TreeSet::new));
        var readers = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("mcpauth0").stream().filter(one -> !one.getPackageName().startsWith("mcpauth0.demo"))
                .filter(ParsersLawTest::reads).map(ParsersLawTest::outermost)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(readers).isEqualTo(listed);
    }

    @Test
    void everyNamedParserIsThere() {
        assertThat(Parsers.ALL).extracting(Parser::name).doesNotHaveDuplicates().containsAll(FUZZED.values());
    }

    private static boolean reads(JavaClass one) {
        return Stream.<JavaCall<?>>concat(one.getMethodCallsFromSelf().stream(), Stream.empty())
                .anyMatch(call -> READING.contains(call.getTargetOwner().getName() + "." + call.getName()))
                || one.getMethodReferencesFromSelf().stream()
                        .anyMatch(call -> READING.contains(call.getTargetOwner().getName() + "." + call.getName()));
    }

    private static String outermost(JavaClass one) {
        return one.getName().replaceFirst("\\$.*", "").substring("mcpauth0.".length());
    }
}
