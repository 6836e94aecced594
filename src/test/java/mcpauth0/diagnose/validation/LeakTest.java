package mcpauth0.diagnose.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import mcpauth0.http.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeakTest {

    private static Answer answer(String body) {
        return new Answer(401, "http/1.1", List.of(), body.getBytes(StandardCharsets.UTF_8), false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"java.lang.IllegalStateException\n\tat com.acme.auth.Verify.token(Verify.java:41)",
            "{\"detail\":\"Traceback (most recent call last):\\n  File \\\"/srv/app.py\\\", line 3\"}",
            "<pre>JsonWebTokenError: jwt malformed<br> &nbsp; &nbsp;at verify (/srv/app/node_modules/jsonwebtoken/verify.js:70:17)</pre>",
            "   at Acme.Auth.Check(String token) in C:\\src\\Auth.cs:line 12",
            "goroutine 17 [running]:\nmain.verify(...)",
            "/srv/app/lib/auth.rb:41:in `verify'", "expected -----BEGIN PUBLIC KEY----- MIIB",
            "jwt_secret: 'hunter2hunter2'"})
    void whatBelongsIntoTheLogIsSeen(String body) {
        assertThat(Leak.in(answer(body))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"error\":\"invalid_token\",\"error_description\":\"jwt audience invalid. expected: https://a/mcp\"}",
            "", "<html><body>401 Unauthorized</body></html>", "The client secret is wrong",
            "Look at https://a.example/docs.js",
            "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32001,\"message\":\"Unauthorized: no key at hand\"},\"id\":null}"})
    void whatHelpsACallerIsNoLeak(String body) {
        assertThat(Leak.in(answer(body))).isEmpty();
    }
}
