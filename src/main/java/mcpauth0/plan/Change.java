package mcpauth0.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a step would do to the tenant as it was read. Pure data: printing it needs no access to anything. */
public sealed interface Change {

    /** Whether both do the same, whatever is said about what follows from it. */
    default boolean does(Change other) {
        return this instanceof Write(var target, var fields, _, var calls, _)
                ? other instanceof Write write && write.target.equals(target) && write.fields.equals(fields)
                        && write.calls.equals(calls)
                : equals(other);
    }

    /** Whether both do the same and the same follows from it; what passes by itself does not count. */
    default boolean agrees(Change other) {
        return (this instanceof Write write && other instanceof Write now)
                ? does(other) && write.lasting().equals(now.lasting())
                : equals(other);
    }

    /** It is already so. */
    record Nothing() implements Change {
    }

    /**
     * Something is to be written.
     *
     * @param target what is changed, as its owner calls it: an identifier, a connection's name
     * @param fields every field that changes or is set, before and after; what the server decides itself is not here
     * @param scopes the Management API permissions that the calls need
     * @param calls the requests, in order; a body never holds a secret
     * @param effects what follows for this tenant, as text keys {@code step.<id>.effect.<key>} with their values
     */
    record Write(String target, List<Field> fields, List<String> scopes, List<Call> calls,
            List<Effect> effects) implements Change {
        public Write {
            fields = List.copyOf(fields);
            scopes = List.copyOf(scopes);
            calls = List.copyOf(calls);
            effects = List.copyOf(effects);
        }

        private List<Effect> lasting() {
            return effects.stream().filter(effect -> !effect.passing()).toList();
        }

        /** The same with its first requests alone. */
        Write first(int requests) {
            return new Write(target, fields, scopes, calls.subList(0, Math.min(requests, calls.size())), effects);
        }

        /** Whether that is what is left to do when some of this was done: nothing, or some of its requests, in order. */
        boolean leaves(Change rest) {
            if (!(rest instanceof Write write))
                return rest instanceof Nothing;
            var left = calls.iterator();
            return write.calls.stream().allMatch(call -> {
                while (left.hasNext())
                    if (left.next().equals(call))
                        return true;
                return false;
            });
        }

        /** Whether something new is made rather than an old thing altered. */
        public boolean creates() {
            return !calls.isEmpty() && calls.getLast().method().equals("POST");
        }
    }

    /** It cannot be done; {@code step.<id>.refused.<reason>} says why and what to do. */
    record Refused(String reason, List<String> values) implements Change {
        public Refused {
            values = List.copyOf(values);
        }
    }

    /**
     * What is to be taken back is no longer as it was written, or others have come to rely on it: somebody changed it, or
     * added to it, since. Only taking back says this, and nothing is written before the operator has chosen, see
     * {@link Newer}.
     *
     * @param fields those that were changed since; the others are still as they were written
     * @param effects what of others is lost with it, as in {@link Write}
     */
    record Diverged(String target, List<Divergence> fields, List<Effect> effects) implements Change {
        public Diverged {
            fields = List.copyOf(fields);
            effects = List.copyOf(effects);
        }
    }

    /** A field with three values: before our change, as we wrote it, and as it is now; null stands for absent. */
    record Divergence(String name, @Nullable JsonNode before, @Nullable JsonNode written, @Nullable JsonNode now) {
    }

    /** One field; null stands for absent, which a file keeps apart from a null that was sent. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Field(String name, @Nullable JsonNode before, @Nullable JsonNode after) {
    }

    /** One request, its path below {@code /api/v2/}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Call(String method, String path, @Nullable JsonNode body) {
    }

    /**
     * What follows from a change.
     *
     * @param passing whether it is a count of the moment: another one is no reason to approve anew
     */
    record Effect(String key, List<String> values, boolean passing) {
        public Effect {
            values = List.copyOf(values);
        }

        public Effect(String key, List<String> values) {
            this(key, values, false);
        }
    }
}
