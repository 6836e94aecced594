package mcpauth0.diagnose.client;

import java.util.List;

/**
 * Something that a client shows when it does not connect, and what it means. Texts: {@code symptom.<id>.means}, with the
 * client's name.
 *
 * @param clients that show it; empty for any
 * @param words all of which are in it, in small letters
 * @param checks ids of what can be behind it, the likeliest first
 * @param source where this is known from
 */
public record Symptom(String id, List<String> clients, List<String> words, List<String> checks, String source) {

    public Symptom {
        clients = List.copyOf(clients);
        words = List.copyOf(words);
        checks = List.copyOf(checks);
    }

    /** @param shown in small letters, with single spaces and plain apostrophes */
    boolean in(String shown, String client) {
        return (clients.isEmpty() || clients.contains(client)) && words.stream().allMatch(shown::contains);
    }
}
