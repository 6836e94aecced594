package mcpauth0.diagnose;

import java.util.Set;

/**
 * What a check is about. Title, cause and cure are texts: {@code check.<id>.title}, {@code .detail}, {@code .cure}.
 *
 * @param id names the failure: {@code prm-resource-mismatch}; the same in texts, reports and scripts
 * @param group as reports name it: {@code net tls transport challenge prm as reg authz token rs session cors}
 * @param explains ids of the failures that this one brings with it; they are then told as its consequences
 * @param spec where the rule stands, with its address
 */
public record Rule(String id, String group, Level level, Severity severity, Applies applies, Set<String> explains,
        Spec spec) {

    /** The key word of RFC 2119 that the rule stands under. */
    public enum Level {
        MUST, SHOULD, MAY
    }

    /** What a broken rule does to the verdict of the run; {@code INFO} never changes it. */
    public enum Severity {
        ERROR, WARNING, INFO
    }

    /** For whom the rule matters. */
    public enum Applies {
        /** Every server. */
        ALWAYS,
        /** Servers that clients hosted in a cloud are to reach; not loopback or privately trusted ones. */
        HOSTED_CLIENTS,
        /** Servers that send any CORS header, or where the operator names a browser client. */
        BROWSER_CLIENTS
    }

    public record Spec(String ref, String url) {
    }

    public Rule {
        explains = Set.copyOf(explains);
    }

    /** The station of a connection at which the rule is shown. */
    public Station station() {
        return Station.ofGroup(group);
    }
}
