package mcpauth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneInstanceTest {

    @TempDir
    Path folder;

    @Test
    void aSecondStartBringsTheFirstForward() throws IOException {
        var state = new StateFolder(folder);
        var knocks = new AtomicInteger();
        try (var first = OneInstance.claim(state).orElseThrow()) {
            first.onKnock(knocks::incrementAndGet);

            assertThat(OneInstance.claim(state)).isEmpty();
            assertThat(OneInstance.wake(state)).isTrue();
            assertThat(knocks).hasValue(1);
        }
        try (var next = OneInstance.claim(state).orElseThrow()) {
            assertThat(next).isNotNull();
        }
    }

    @Test
    void whoComesWhileTheFirstIsNotYetListeningStillFindsItThere() throws IOException {
        var state = new StateFolder(folder);
        try (var _ = OneInstance.claim(state).orElseThrow()) {
            assertThat(OneInstance.claim(state)).isEmpty();
            assertThat(OneInstance.wake(state)).isFalse();
        }
        assertThat(OneInstance.claim(state)).isPresent();
    }

    @Test
    void aStrangerWhoDoesNotKnowTheWordIsNotHeard() throws IOException {
        var state = new StateFolder(folder);
        var knocks = new AtomicInteger();
        try (var first = OneInstance.claim(state).orElseThrow()) {
            first.onKnock(knocks::incrementAndGet);
            var address = folder.resolve("instance");
            var port = Files.readString(address).substring(0, Files.readString(address).indexOf(" "));
            Files.writeString(address, port + " 00000000-0000-0000-0000-000000000000");

            assertThat(OneInstance.wake(state)).isFalse();
            assertThat(knocks).hasValue(0);
        }
    }

    @Test
    void nobodyIsWokenWhereNobodyIs() {
        assertThat(OneInstance.wake(new StateFolder(folder))).isFalse();
    }
}
