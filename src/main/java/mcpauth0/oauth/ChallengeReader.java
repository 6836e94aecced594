package mcpauth0.oauth;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import mcpauth0.oauth.Challenge.Parameter;
import mcpauth0.oauth.Challenges.Oddity;
import org.jspecify.annotations.Nullable;

/** Reads {@code WWW-Authenticate} lines as they occur, not as they should. One reader per set of lines. */
final class ChallengeReader {

    private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";
    private static final Pattern TOKEN_68 = Pattern.compile("([A-Za-z0-9._~+/-]+=*)\\s*(?=,|$)");
    private static final Pattern PARAMETER = Pattern.compile("(" + TOKEN + ")\\s*=\\s*");
    private static final Pattern WORD = Pattern.compile("[^\\s,=\"]+");
    private static final Pattern ONLY_TOKEN = Pattern.compile(TOKEN);
    private static final Pattern SCHEMES = Pattern.compile("(?i)(Bearer|Basic|DPoP|Digest|Negotiate|NTLM|OAuth)\\b");
    /** What may stand behind a value: the end, or a comma with the next parameter or scheme. */
    private static final Pattern NEXT = Pattern
            .compile("(?is)\\s*($|,\\s*($|,|" + TOKEN + "\\s*=|" + TOKEN + "\\s+" + TOKEN + "\\s*=|" + SCHEMES + "))");
    private static final Pattern NEXT_WITHOUT_COMMA = Pattern.compile("\\s+" + TOKEN + "\\s*=");

    private final Set<Oddity> oddities = EnumSet.noneOf(Oddity.class);
    private final List<Challenge> found = new ArrayList<>();
    private String line = "";
    private int at;
    private @Nullable String scheme;
    private @Nullable String token68;
    private List<Parameter> parameters = new ArrayList<>();
    /** Of the parameters, in lower case. */
    private Set<String> names = new HashSet<>();

    private ChallengeReader() {
    }

    static Challenges read(List<String> lines) {
        var reader = new ChallengeReader();
        lines.forEach(reader::line);
        var bearers = reader.found.stream().filter(one -> one.is("Bearer")).count();
        if (bearers > 1)
            reader.oddities.add(Oddity.SEVERAL_BEARERS);
        if (bearers > 0 && !reader.found.getFirst().is("Bearer"))
            reader.oddities.add(Oddity.BEARER_NOT_FIRST);
        return new Challenges(lines, reader.found, reader.oddities);
    }

    private void line(String text) {
        line = text;
        at = 0;
        while (skip()) {
            var name = PARAMETER.matcher(line).region(at, line.length());
            if (name.lookingAt()) {
                at = name.end();
                parameter(name.group(1), value());
            } else {
                scheme();
            }
        }
        close();
    }

    private boolean skip() {
        while (at < line.length() && (Character.isWhitespace(line.charAt(at)) || line.charAt(at) == ','))
            at++;
        return at < line.length();
    }

    private void scheme() {
        close();
        var word = WORD.matcher(line).region(at, line.length());
        if (!word.lookingAt()) {
            oddities.add(Oddity.STRANGE_SCHEME);
            at++;
            return;
        }
        at = word.end();
        var name = word.group();
        if (!ONLY_TOKEN.matcher(name).matches() || !Character.isLetter(name.charAt(0))) {
            oddities.add(Oddity.STRANGE_SCHEME);
            name = beforeSigns(name);
        }
        scheme = name;
        var end = at;
        while (end < line.length() && line.charAt(end) == ' ')
            end++;
        var only = TOKEN_68.matcher(line).region(end, line.length());
        if (end > at && only.lookingAt() && !SCHEMES.matcher(only.group(1)).lookingAt()) {
            token68 = only.group(1);
            at = only.end();
        }
    }

    /** Without what clings to the end: {@code Bearer:}. */
    private static String beforeSigns(String name) {
        var end = name.length();
        while (end > 0 && "_-".indexOf(name.charAt(end - 1)) < 0 && !asciiLetterOrDigit(name.charAt(end - 1)))
            end--;
        return name.substring(0, end);
    }

    private static boolean asciiLetterOrDigit(char c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }

    private void parameter(String name, Parameter value) {
        if (scheme == null) {
            oddities.add(Oddity.NO_SCHEME);
            scheme = "";
        }
        if (!names.add(name.toLowerCase(Locale.ROOT)))
            oddities.add(Oddity.DUPLICATE_PARAMETER);
        parameters.add(new Parameter(name, value.value(), value.quoted()));
    }

    private Parameter value() {
        if (at < line.length() && line.charAt(at) == '"')
            return quoted('"');
        if (at < line.length() && line.charAt(at) == '\'' && line.indexOf('\'', at + 1) > 0) {
            oddities.add(Oddity.SINGLE_QUOTES);
            return quoted('\'');
        }
        var begin = at;
        while (at < line.length() && !Character.isWhitespace(line.charAt(at))
                && !(line.charAt(at) == ',' && ends(at)))
            at++;
        var text = line.substring(begin, at);
        if (!text.isEmpty() && !ONLY_TOKEN.matcher(text).matches())
            oddities.add(Oddity.UNQUOTED);
        if (!ends(at))
            oddities.add(Oddity.MISSING_COMMA);
        return new Parameter("", text, false);
    }

    private Parameter quoted(char quote) {
        var text = new StringBuilder();
        var begin = at;
        for (at++; at < line.length(); at++) {
            var c = line.charAt(at);
            if (c == '\\' && at + 1 < line.length()) {
                text.append(line.charAt(++at));
            } else if (c != quote) {
                text.append(c);
            } else if (ends(at + 1)) {
                at++;
                return new Parameter("", text.toString(), true);
            } else if (NEXT_WITHOUT_COMMA.matcher(line).region(at + 1, line.length()).lookingAt()) {
                oddities.add(Oddity.MISSING_COMMA);
                at++;
                return new Parameter("", text.toString(), true);
            } else {
                oddities.add(Oddity.UNESCAPED_QUOTE);
                text.append(c);
            }
        }
        oddities.add(Oddity.UNTERMINATED);
        return new Parameter("", line.substring(begin + 1), true);
    }

    private boolean ends(int from) {
        return NEXT.matcher(line).region(from, line.length()).lookingAt();
    }

    private void close() {
        var name = scheme;
        if (name != null)
            found.add(new Challenge(name, parameters, token68));
        scheme = null;
        token68 = null;
        parameters = new ArrayList<>();
        names = new HashSet<>();
    }
}
