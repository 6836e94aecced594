package mcpauth0.oauth.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stream is left as soon as the answer is there, however it comes in pieces. */
class EventStreamTest {

    private static final String NOTICE = "data: {\"jsonrpc\":\"2.0\",\"method\":\"a\"}\n\n: wait\n\n";
    private static final String RESPONSE = "event: message\ndata: {\"jsonrpc\":\"2.0\",\ndata: \"id\":1,\"result\":{}}\n\n";
    private static final String AFTER = "data: {\"jsonrpc\":\"2.0\",\"method\":\"b\"}\n\n";

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void theAnswerIsSeenWhenItsEventHasEnded(String lineEnd) {
        var stream = (NOTICE + RESPONSE + AFTER).replace("\n", lineEnd).getBytes(StandardCharsets.UTF_8);
        // The first half of a line end ends the line.
        var end = (NOTICE + RESPONSE).replace("\n", lineEnd).length() - lineEnd.length() + 1;
        assertThat(seenAt(EventStream.awaiting(1), stream)).isEqualTo(end);
        assertThat(EventStream.awaiting(1).test(stream)).isTrue();
        assertThat(seenAt(EventStream.awaiting(2), stream)).isEqualTo(-1);
    }

    private static int seenAt(Predicate<byte[]> awaiting, byte[] stream) {
        return IntStream.rangeClosed(0, stream.length)
                .filter(length -> awaiting.test(Arrays.copyOf(stream, length))).findFirst().orElse(-1);
    }
}
