package mcpauth0.setup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses that people take for the same, and where they begin to differ. */
class LikenessTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"https://mcp.acme.dev/mcp|https://mcp.acme.dev/mcp/|SLASH|24",
            "https://mcp.acme.dev/mcp|https://mcp.acme.dev/MCP|CASE|21",
            "https://mcp.acme.dev/mcp|https://MCP.acme.dev/mcp/|SLASH|8",
            "https://mcp.acme.dev/mcp|https://mcp.acme.dev:8443/mcp|PORT|20",
            "https://mcp.acme.dev:443/mcp|https://mcp.acme.dev/mcp|SLASH|20",
            "https://mcp.acme.dev/mcp|https://mcp.acme.dev|HOST_ONLY|20",
            "https://mcp.acme.dev/mcp|https://mcp.acme.dev/|HOST_ONLY|21",
            "https://mcp.acme.dev/mcp|http://mcp.acme.dev/mcp|SCHEME|4",
            "https://mcp.bücher.dev/mcp|https://mcp.xn--bcher-kva.dev/mcp|PUNYCODE|12",
            "https://mcp.acme.dev/mcp?a=1|https://mcp.acme.dev/mcp|QUERY|24",
            "https://mcp.acme.dev/%6Dcp|https://mcp.acme.dev/mcp|ENCODING|21",
            "https://mcp.acme.dev/v1/mcp|https://mcp.acme.dev/v1|PATH|23"})
    void whatDiffersIsNamedWithItsPlace(String one, String other, Likeness.Kind kind, int at) {
        assertThat(Likeness.of(one, other)).contains(new Likeness(kind, at));
        assertThat(Likeness.of(other, one)).map(Likeness::at).contains(at);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"https://mcp.acme.dev/mcp|https://mcp.acme.dev/mcp",
            "https://mcp.acme.dev/mcp|https://api.acme.dev/mcp", "https://mcp.acme.dev/v1|https://mcp.acme.dev/v2",
            "https://mcp.acme.dev/mcp|urn:acme:tools",
            "https://mcp.acme.dev/mcp|https://mcp.acme.dev.evil.example/mcp"})
    void whatIsTheSameOrSomethingElseIsNotNamed(String one, String other) {
        assertThat(Likeness.of(one, other)).isEmpty();
    }

    @Test
    void whatEndsEarlierDiffersThere() {
        assertThat(Likeness.firstDifference("abc", "abcd")).isEqualTo(3);
        assertThat(Likeness.firstDifference("abc", "abc")).isEqualTo(-1);
    }
}
