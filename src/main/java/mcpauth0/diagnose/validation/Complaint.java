package mcpauth0.diagnose.validation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.mcp.Conversation;
import mcpauth0.diagnose.token.Token;
import mcpauth0.oauth.mcp.McpAnswer;

/**
 * What a server says is wrong with a token. Every library has words of its own; what is read here are those of the usual
 * ones for Node, Python, Java, Go and .NET. A server that says nothing leaves it empty.
 *
 * @param words as they came: {@code error_description}, else the body
 */
public record Complaint(String words) {

    private static final int MOST = 2000;

    /** A value that is named as the right one; only what has the form of an identifier counts. */
    private static final String VALUE = "[:=\\s\\[(\"'`]*([A-Za-z][A-Za-z0-9+.-]*:[^\\s\"'`\\]),;]+)";
    private static final String RIGHT = "\\b(?:expected|expecting|must be|should be|required|valid(?:ation)?parameters\\.valid"
            + "(?:audience|issuer)|valid(?:audience|issuer))\\b" + "(?: value| audience| issuer)?(?: is| was| to be)?";
    private static final List<Pattern> AUDIENCE = List.of(
            Pattern.compile("(?i)\\baud(?:ience)?s?\\b.{0,300}?" + RIGHT + VALUE, Pattern.DOTALL),
            Pattern.compile("(?i)\\b(?:expected|required) aud(?:ience)?\\b(?: is| was| to be)?" + VALUE));
    private static final List<Pattern> ISSUER = List.of(
            Pattern.compile("(?i)\\biss(?:uer)?\\b.{0,300}?" + RIGHT + VALUE, Pattern.DOTALL),
            Pattern.compile("(?i)\\b(?:expected|required) iss(?:uer)?\\b(?: is| was| to be)?" + VALUE));
    private static final Pattern KEY = Pattern.compile("(?i)\\bkid\\b|matching key|signing key|applicable key"
            + "|unknown key|no key|key (?:was )?not found|match key|find (?:a )?key|jwks?\\b|key id");
    private static final Pattern TIME = Pattern.compile("(?i)\\bexpired\\b|not (?:yet )?valid yet|not yet valid"
            + "|before use time|used before|not active|\\bnbf\\b|\\biat\\b|issued in the future|\\blifetime\\b");

    static Complaint of(McpAnswer answer) {
        var described = answer.challenges().parameter("error_description");
        var body = answer.exchange().answer();
        var text = described != null ? described : body == null ? "" : body.text();
        return new Complaint(text.length() > MOST ? text.substring(0, MOST) : text);
    }

    /** What the server said to the token that our own check found good, where it refused that. */
    static Optional<Complaint> aboutTheGoodToken(Observations seen) {
        var good = seen.token().found().filter(Complaint::good).isPresent();
        return seen.conversation().found().filter(talk -> good && !talk.accepted())
                .map(talk -> of(Complaint.answer(talk)));
    }

    static boolean good(Token token) {
        var verified = token.verification();
        return verified != null && verified.holds();
    }

    /** The answer of the era that counts. */
    static McpAnswer answer(Conversation talk) {
        return switch (talk.eras().preferred()) {
            case MODERN -> talk.eras().modern();
            case LEGACY -> talk.eras().legacy();
        };
    }

    /** Said anywhere in the run: to the good token, or to one for somebody else. */
    public static Optional<String> expectedAudience(Observations seen) {
        var genuine = seen.conversation().found().stream().filter(talk -> !talk.accepted())
                .flatMap(talk -> Stream.of(talk.eras().modern(), talk.eras().legacy()));
        var misdirected = seen.trials().found().flatMap(trials -> trials.of(Forgery.WRONG_AUDIENCE)).stream()
                .flatMap(List::stream).map(trial -> trial.answer());
        return Stream.concat(genuine, misdirected).map(Complaint::of).map(Complaint::audience)
                .flatMap(Optional::stream).findFirst();
    }

    /** The audience that it expects, where it names one. */
    Optional<String> audience() {
        return first(AUDIENCE);
    }

    Optional<String> issuer() {
        return first(ISSUER);
    }

    /** Whether it could not find the key. */
    boolean ofKey() {
        return KEY.matcher(words).find();
    }

    /** Whether it says that the token is too old or too young. */
    boolean ofTime() {
        return TIME.matcher(words).find();
    }

    /** What it is about, in the names of claims; empty where the words tell nothing. */
    String claims() {
        return Stream.of(Pattern.compile("(?i)\\baud(?:ience)?s?\\b").matcher(words).find() ? "aud" : "",
                Pattern.compile("(?i)\\biss(?:uer)?\\b").matcher(words).find() ? "iss" : "", ofKey() ? "kid" : "",
                ofTime() ? "exp, nbf" : "",
                Pattern.compile("(?i)\\balg(?:orithm)?\\b").matcher(words).find() ? "alg" : "",
                Pattern.compile("(?i)\\bazp\\b|\\bclient[_ ]?id\\b").matcher(words).find() ? "azp" : "",
                Pattern.compile("(?i)\\bscopes?\\b").matcher(words).find() ? "scope" : "")
                .filter(name -> !name.isEmpty()).collect(Collectors.joining(", "));
    }

    private Optional<String> first(List<Pattern> patterns) {
        return patterns.stream().map(pattern -> pattern.matcher(words)).filter(found -> found.find()).findFirst()
                .map(found -> found.group(1).replaceAll("[.]+$", ""));
    }
}
