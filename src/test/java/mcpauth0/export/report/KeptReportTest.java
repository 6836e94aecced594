package mcpauth0.export.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import mcpauth0.export.report.Comparison.Kind;
import mcpauth0.export.report.SavedReport.State;
import mcpauth0.text.Texts;
import org.junit.jupiter.api.Test;

/**
 * A report of version 0.1.0 that is kept, signed by an installation that is no more: every later version must read, verify and
 * compare it. It is never written anew.
 */
class KeptReportTest {

    private static String text(String path) throws IOException {
        try (var in = KeptReportTest.class.getResourceAsStream("/mcpauth0/export/" + path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static SavedReport kept() throws IOException {
        return SavedReport.parse(text("report-1.json")).orElseThrow();
    }

    @Test
    void itIsWhatTodaysSchemaSays() throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text("report.schema.json"), InputFormat.JSON);
        assertThat(schema.validate(text("report-1.json"), InputFormat.JSON)).isEmpty();
    }

    @Test
    void itIsIntactAndSigned() throws IOException {
        assertThat(kept().passport()).isInstanceOfSatisfying(Passport.Word.Signed.class, signed -> {
            assertThat(signed.flaws()).isEmpty();
            assertThat(signed.signer().value()).isEqualTo("SHA256:4WrW8a6zr0FyEKrGnTXNT7rRO9kUInPs7gOaqIJvDV4");
        });
    }

    @Test
    void itIsRead() throws IOException {
        assertThat(kept().target()).isEqualTo("https://localhost:45341/mcp");
        assertThat(kept().started())
                .hasValueSatisfying(at -> assertThat(at).isAfter(Instant.parse("2026-01-01T00:00:00Z")));
        assertThat(kept().verdict()).isEqualTo("broken");
        assertThat(kept().checks()).hasSizeGreaterThan(150);
        assertThat(kept().checks().values().stream().filter(one -> one.state() == State.BROKEN)
                .map(SavedReport.Ended::id)).containsExactly("reg-dcr-disabled");
        assertThat(kept().checks().values().stream().filter(one -> one.state() == State.HOLDS)
                .map(SavedReport.Ended::id)).contains("prm-resource-mismatch");
        assertThat(kept().clients()).containsKeys("claude", "vscode");
    }

    @Test
    void itIsComparedWithTodays() throws IOException {
        var comparison = Comparison.of(kept(), SavedReport.of(JsonReport.tree(Samples.report("x"), Texts.english())));
        assertThat(comparison.of(Kind.BETTER).size() + comparison.of(Kind.WORSE).size()).isPositive();
        assertThat(Comparison.of(kept(), kept()).differences()).allMatch(one -> one.kind() == Kind.STILL).isNotEmpty();
    }
}
