package mcpauth0.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import mcpauth0.http.Exchange;
import mcpauth0.oauth.WellKnown.Candidate;
import org.jspecify.annotations.Nullable;

/** Documents that were asked for at several addresses at once: the one that counts may be had before all have answered. */
public final class Search<D> {

    private final List<Asked<D>> asked;

    Search(List<Asked<D>> asked) {
        this.asked = List.copyOf(asked);
    }

    /** One address; two that are the same share their answer. */
    record Asked<D>(Candidate candidate, Future<Exchange> answer, Function<ObjectNode, D> reader) {

        Fetched<D> fetched() throws InterruptedException {
            try {
                return Fetched.of(candidate, answer.get(), reader);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** What a client goes on with: the first document in the order of looking; waits for no more. Null if none. */
    public @Nullable Fetched<D> picked() throws InterruptedException {
        for (var one : asked) {
            var fetched = one.fetched();
            if (fetched.document() != null)
                return fetched;
        }
        return null;
    }

    /** In the order of looking; waits for all. */
    public List<Fetched<D>> all() throws InterruptedException {
        var all = new ArrayList<Fetched<D>>();
        for (var one : asked)
            all.add(one.fetched());
        return all;
    }

    /** The same, where all have come to an end. */
    List<Fetched<D>> ended() {
        return asked.stream().map(one -> Fetched.of(one.candidate, one.answer.resultNow(), one.reader)).toList();
    }
}
