package mcpauth0.diagnose.transport;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.mcp.Conversation;
import mcpauth0.oauth.mcp.Eras;
import mcpauth0.oauth.mcp.McpAnswer;

/** What the server says once it lets a call in: with the token, or to everybody. */
final class Replies {

    private Replies() {
    }

    /** All answers to messages, without a token and with it. */
    static List<McpAnswer> all(Observations seen) {
        return Stream.concat(seen.opening().found().stream().flatMap(opening -> opening.all().stream()),
                seen.conversation().found().stream().flatMap(talk -> talk.answers().stream())).toList();
    }

    /** The verdict about 2xx answers with messages in them; where there are none, why not. */
    static Verdict judge(Observations seen, Function<List<McpAnswer>, Verdict> judgement) {
        return seen.answered().judge(_ -> {
            var given = all(seen).stream()
                    .filter(answer -> answer.status() / 100 == 2 && !answer.messages().isEmpty()).toList();
            return given.isEmpty()
                    ? seen.conversation().judge(_ -> new Blocked("session"))
                    : judgement.apply(given);
        });
    }

    /** How both eras answer: to the token; where there is none, to everybody, if that says anything about the era. */
    static Sighting<Eras> eras(Observations seen) {
        return seen.answered().then(opening -> switch (seen.conversation()) {
            case Sighting.Seen<Conversation>(var talk, _) -> Sighting.seen(talk.eras());
            case Sighting.Unseen<Conversation> unseen -> opening.eras().filter(Replies::tell)
                    .map(eras -> Sighting.seen(eras)).orElseGet(() -> Sighting.asUnseen(unseen));
        });
    }

    private static boolean tell(Eras eras) {
        return Stream.of(eras.modern(), eras.legacy()).anyMatch(answer -> answer.accepted() || answer.status() == 400);
    }
}
