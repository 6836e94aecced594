package mcpauth0.diagnose.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words are those of the usual libraries. */
class ComplaintTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        jwt audience invalid. expected: https://a.example/mcp/ | https://a.example/mcp/
        JWT aud claim has value [https://b/], must be [https://a.example/mcp] | https://a.example/mcp
        Invalid audience: got https://b/ but expected 'api://mcp' | api://mcp
        Expected audience https://a.example/mcp. | https://a.example/mcp
        IDX10214: Audience validation failed. Audiences: 'https://b/'. Did not match: validationParameters.ValidAudience: 'https://a.example/' | https://a.example/
        token has invalid audience |
        unexpected "aud" claim value |
        jwt issuer invalid. expected: https://t.example/ |
        """)
    void theExpectedAudienceIsReadWhereItIsNamed(String words, String audience) {
        assertThat(new Complaint(words).audience().orElse(null)).isEqualTo(audience);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        jwt issuer invalid. expected: https://t.example/ | https://t.example/
        JWT iss claim has value https://t.example, must be https://t.example/ | https://t.example/
        Unexpected 'iss' value |
        jwt audience invalid. expected: https://a.example/mcp |
        """)
    void theExpectedIssuerIsReadWhereItIsNamed(String words, String issuer) {
        assertThat(new Complaint(words).issuer().orElse(null)).isEqualTo(issuer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no applicable key found in the JSON Web Key Set",
            "Unable to find a signing key that matches: \"k1\"", "The signature key was not found",
            "Signed JWT rejected: Another algorithm expected, or no matching key(s) found",
            "IDX10501: Signature validation failed. Unable to match key: kid: 'k1'"})
    void aMissingKeyIsUnderstood(String words) {
        assertThat(new Complaint(words)).matches(Complaint::ofKey).matches(one -> !one.ofTime());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jwt expired", "\"exp\" claim timestamp check failed: token expired", "Expired JWT",
            "The token is not yet valid (nbf)", "JWT before use time", "token used before issued",
            "IDX10223: Lifetime validation failed."})
    void aWrongTimeIsUnderstood(String words) {
        assertThat(new Complaint(words)).matches(Complaint::ofTime).matches(one -> !one.ofKey());
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid_token", "Authentication required", "Bad token; invalid signature"})
    void whoSaysNothingIsNotUnderstood(String words) {
        assertThat(new Complaint(words)).matches(one -> !one.ofKey() && !one.ofTime() && one.audience().isEmpty());
    }
}
