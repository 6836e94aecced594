package mcpauth0.diagnose;

import java.util.List;
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

    /** A rule that every server must keep: broken, it is an error. */
    public static Rule must(String id, Spec spec, String... explains) {
        return of(id, Level.MUST, Severity.ERROR, spec, explains);
    }

    /** A rule that a server should keep: broken, it is a warning. */
    public static Rule should(String id, Spec spec, String... explains) {
        return of(id, Level.SHOULD, Severity.WARNING, spec, explains);
    }

    /** Advice: broken, it is told and changes nothing. */
    public static Rule may(String id, Spec spec, String... explains) {
        return of(id, Level.MAY, Severity.INFO, spec, explains);
    }

    private static Rule of(String id, Level level, Severity severity, Spec spec, String... explains) {
        return new Rule(id, id.substring(0, id.indexOf('-')), level, severity, Applies.ALWAYS, Set.of(explains), spec);
    }

    public Rule as(Severity other, Applies whom) {
        return new Rule(id, group, level, other, whom, explains, spec);
    }

    /** Broken as the rule stands, cured by what the text {@code check.<id>.cure} says with the same values. */
    public Verdict.Broken broken(Verdict.Evidence evidence, String... values) {
        return broken(severity, evidence, values);
    }

    /** Broken, where the evidence decides how badly. */
    public Verdict.Broken broken(Severity decided, Verdict.Evidence evidence, String... values) {
        return new Verdict.Broken(evidence, new Remedy.Advice("check." + id + ".cure", List.of(values)), decided,
                List.of(values));
    }

    /** The station of a connection at which the rule is shown. */
    public Station station() {
        return Station.ofGroup(group);
    }
}
