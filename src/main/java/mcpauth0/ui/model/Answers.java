package mcpauth0.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import mcpauth0.setup.Registration;
import mcpauth0.setup.Role;
import mcpauth0.setup.Setup;
import mcpauth0.setup.TokenSettings;
import mcpauth0.text.Texts;

/**
 * What was chosen, to be looked over before anything is written.
 *
 * @param page id of the page on which it can be changed
 * @param lines in words
 */
public record Answers(String page, List<String> lines) {

    public Answers {
        lines = lines.stream().filter(line -> !line.isBlank()).toList();
    }

    /** Those of every page that has something to ask in this set-up, in the order of the pages. */
    public static List<Answers> of(Setup setup, Texts texts) {
        var all = new ArrayList<>(List.of(new Answers("server", given(setup.server())),
                new Answers("tenant", given(setup.tenant(), setup.loginDomain())),
                new Answers("api", api(setup, texts)), new Answers("sign-in-connections", setup.connections())));
        if (setup.api().tokens().roles())
            all.add(new Answers("roles", setup.roles().stream().map(Answers::role).toList()));
        all.add(new Answers("registration", registration(setup.registration(), texts)));
        return all;
    }

    private static List<String> given(@org.jspecify.annotations.Nullable Object... values) {
        return Stream.of(values).filter(Objects::nonNull).map(String::valueOf).toList();
    }

    private static List<String> api(Setup setup, Texts texts) {
        var api = setup.api();
        var lines = new ArrayList<>(List.of(api.name(),
                texts.get("page.review.answers.scopes", String.join(", ", api.scopeValues())),
                texts.get("page.review.answers.offline." + api.offlineAccess())));
        if (api.replaces() != null)
            lines.add(texts.get("page.review.answers.replaces", api.replaces()));
        if (setup.defaultAudience())
            lines.add(texts.get("page.api.audience"));
        if (api.replaceMachineGrant())
            lines.add(texts.get("page.api.machines"));
        lines.addAll(tokens(api.tokens(), texts));
        return lines;
    }

    /** Where they are as always, there is nothing to say. */
    private static List<String> tokens(TokenSettings tokens, Texts texts) {
        var lines = new ArrayList<String>();
        if (tokens.roles())
            lines.add(texts.get("page.api.roles"));
        if (tokens.dialect() != TokenSettings.PLAIN.dialect())
            lines.add(line(texts, "page.api.dialect", texts.get("page.api.dialect." + tokens.dialect())));
        if (tokens.signing() != null)
            lines.add(line(texts, "page.api.signing", tokens.signing()));
        if (tokens.seconds() != null)
            lines.add(line(texts, "page.api.seconds", tokens.seconds()));
        if (tokens.secondsInBrowsers() != null)
            lines.add(line(texts, "page.api.seconds-web", tokens.secondsInBrowsers()));
        return lines;
    }

    private static String line(Texts texts, String question, Object answer) {
        return texts.get("page.review.answers.line", texts.get(question), String.valueOf(answer));
    }

    private static String role(Role role) {
        return Stream
                .concat(Stream.of(role.name()), Stream.concat(role.permissions().stream(), role.members().stream()))
                .reduce((one, next) -> one + " · " + next).orElseThrow();
    }

    private static List<String> registration(Registration chosen, Texts texts) {
        var lines = new ArrayList<String>();
        if (chosen.none())
            lines.add(texts.get("page.registration.none"));
        if (chosen.dynamic())
            lines.add(line(texts, "page.registration.open",
                    texts.get("page.registration." + (chosen.permissive() ? "permissive" : "strict"))));
        lines.addAll(chosen.documents());
        chosen.applications().forEach(application -> lines.add(application.name() + " · "
                + String.join(" · ", application.redirects())));
        return lines;
    }
}
