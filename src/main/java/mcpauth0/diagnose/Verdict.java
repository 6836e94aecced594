package mcpauth0.diagnose;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import mcpauth0.http.Exchange;
import mcpauth0.http.Redaction;
import org.jspecify.annotations.Nullable;

/** What a check says. {@code Blocked} is never shown as good; only {@code Broken} can fail a run. */
public sealed interface Verdict {

    /**
     * What was seen, and in which exchanges.
     *
     * @param facts label keys {@code evidence.<label>} with values, redacted; may be empty
     * @param exchanges numbers of the exchanges that show it
     */
    record Evidence(List<Fact> facts, List<Integer> exchanges) {
        public Evidence {
            facts = List.copyOf(facts);
            exchanges = List.copyOf(exchanges);
        }

        public static final Evidence NONE = new Evidence(List.of(), List.of());

        /** What these exchanges show; those that never came about are left out. */
        public static Evidence in(@Nullable Exchange... shown) {
            return new Evidence(List.of(),
                    Stream.of(shown).filter(Objects::nonNull).map(Exchange::n).distinct().toList());
        }

        public static Evidence in(List<Exchange> shown) {
            return in(shown.toArray(Exchange[]::new));
        }

        /** The same with one more fact; secrets in its value are taken out, and what is very long is cut. */
        public Evidence with(String label, String value) {
            return new Evidence(
                    Stream.concat(facts.stream(), Stream.of(new Fact(label, Redaction.value(value)))).toList(),
                    exchanges);
        }

        public Evidence and(Evidence other) {
            return new Evidence(Stream.concat(facts.stream(), other.facts.stream()).toList(),
                    Stream.concat(exchanges.stream(), other.exchanges.stream()).distinct().toList());
        }
    }

    record Fact(String label, String value) {
    }

    /** The failure is absent. */
    record Holds(Evidence evidence) implements Verdict {
    }

    /**
     * The failure is there.
     *
     * @param severity the rule's, unless the evidence makes it another
     * @param values what is put into {@code check.<id>.detail}
     */
    record Broken(Evidence evidence, Remedy remedy, Rule.Severity severity, List<String> values) implements Verdict {
        public Broken {
            values = values.stream().map(Redaction::value).toList();
        }

        /** The same, cured by a step of the set-up where that is the cure. */
        public Broken curedBy(boolean here, String step) {
            return here ? new Broken(evidence, new Remedy.RunStep(step), severity, values) : this;
        }
    }

    /** Something that it needs did not come about; {@code missing} is a text key {@code missing.<missing>}. */
    record Blocked(String missing) implements Verdict {
    }

    /** No desktop can see it, or it was not asked for; {@code reason} is a text key {@code untestable.<reason>}. */
    record NotTestableFromHere(String reason) implements Verdict {
    }

    /** The rule does not concern this server; {@code reason} is a text key {@code inapplicable.<reason>}. */
    record NotApplicable(String reason) implements Verdict {
    }

    /** As scripts read it. */
    default String id() {
        return switch (this) {
            case Holds _ -> "holds";
            case Broken _ -> "broken";
            case Blocked _ -> "blocked";
            case NotTestableFromHere _ -> "not-testable-from-here";
            case NotApplicable _ -> "not-applicable";
        };
    }
}
