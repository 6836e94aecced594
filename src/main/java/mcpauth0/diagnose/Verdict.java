package mcpauth0.diagnose;

import java.util.List;

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
            values = List.copyOf(values);
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
