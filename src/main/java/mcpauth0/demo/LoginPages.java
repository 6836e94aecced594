package mcpauth0.demo;

import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The pages that people see: plain HTML forms that work in a browser, with a keyboard, with a password manager and
 * without scripts. Whatever comes from outside is escaped here and nowhere else.
 */
final class LoginPages {

    private static final String STYLE = """
        :root{color-scheme:light dark}body{margin:0;min-height:100vh;display:flex;align-items:center;\
        justify-content:center;background:#eef0f3;color:#1e212a;font:16px/1.5 system-ui,sans-serif}\
        main{background:#fff;max-width:22rem;width:100%;margin:1rem;padding:2rem;border-radius:8px;\
        box-shadow:0 8px 30px #0002}h1{font-size:1.4rem;margin:0 0 .5rem;text-align:center}\
        p{margin:.5rem 0 1rem}label{display:block;margin:.75rem 0 .25rem;font-weight:600}\
        input{box-sizing:border-box;width:100%;padding:.7rem;font:inherit;border:1px solid #8a94a6;\
        border-radius:4px}button{width:100%;margin-top:.75rem;padding:.7rem;font:inherit;border-radius:4px;\
        border:1px solid #635dff;background:#635dff;color:#fff;cursor:pointer}\
        button.other{background:transparent;color:inherit;border-color:#8a94a6}ul{padding-left:1.2rem}\
        .problem{background:#d03c38;color:#fff;padding:.6rem;border-radius:4px}code,pre{font-size:.9rem;\
        white-space:pre-wrap;overflow-wrap:anywhere}.hint{font-size:.85rem;opacity:.8}\
        @media(prefers-color-scheme:dark){body{background:#14161b;color:#e8eaf0}main{background:#1e212a}\
        input{background:#14161b;color:inherit}}""";

    private LoginPages() {
    }

    static Outgoing login(String state, String application, boolean database, boolean google,
            @Nullable String problem) {
        var body = new StringBuilder("<h1>Welcome</h1><p>Log in to Practice tenant to continue to <strong>"
                + escape(application) + "</strong>.</p>");
        if (problem != null)
            body.append("<p class=\"problem\" role=\"alert\">").append(escape(problem)).append("</p>");
        if (database)
            body.append(form("/u/login", state,
                    """
                        <label for="username">Email address</label>
                        <input id="username" name="username" type="email" autocomplete="username" required autofocus>
                        <label for="password">Password</label>
                        <input id="password" name="password" type="password" autocomplete="current-password" required>
                        <button type="submit" name="action" value="default">Continue</button>
                        <p class="hint">This is the practice tenant. Its users are <code>%s</code> and <code>%s</code>, password <code>%s</code>.</p>
                        """.formatted(
                            PracticeTenant.USER, PracticeTenant.SECOND_USER, PracticeTenant.PASSWORD)));
        if (google)
            body.append(form("/u/login", state, """
                <input type="hidden" name="connection" value="google-oauth2">
                <button class="other" type="submit" name="action" value="google-oauth2">Continue with Google</button>
                <p class="hint">No one is asked: practice stays on this computer.</p>
                """));
        body.append(form("/u/login", state,
                "<button class=\"other\" type=\"submit\" name=\"action\" value=\"cancel\">Cancel</button>"));
        return page(200, "Log in | Practice tenant", body.toString());
    }

    static Outgoing consent(String state, String application, String email, Collection<String> permissions) {
        var list = permissions.stream().map(each -> "<li>" + escape(each) + "</li>").collect(Collectors.joining());
        return page(200, "Authorize App | Practice tenant", """
            <h1>Authorize App</h1>
            <p>Hi %s,</p>
            <p><strong>%s</strong> is requesting access to your Practice tenant account.</p>
            <ul>%s</ul>
            """.formatted(escape(email), escape(application), list) + form("/u/consent", state, """
            <button type="submit" name="action" value="accept">Accept</button>
            <button class="other" type="submit" name="action" value="deny">Decline</button>
            """));
    }

    /** What people see where Auth0 tells nobody else. */
    static Outgoing error(int status, String error, String description) {
        return page(status, "Oops!, something went wrong", """
            <h1>Oops!, something went wrong</h1>
            <p>There could be a misconfiguration in the system or a service outage. We track these errors \
            automatically, but if the problem persists feel free to contact us.</p>
            <details open><summary>See details for this error</summary>
            <h2>TECHNICAL DETAILS</h2>
            <pre id="technical-details">%s</pre></details>
            """.formatted(escape(description.isEmpty() ? error : error + ": " + description)));
    }

    private static String form(String action, String state, String inside) {
        return "<form method=\"post\" action=\"" + action + "?state=" + escape(state) + "\">"
                + "<input type=\"hidden\" name=\"state\" value=\"" + escape(state) + "\">" + inside + "</form>";
    }

    private static Outgoing page(int status, String title, String body) {
        return Outgoing.html(status, """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>%s</title><style>%s</style></head>
            <body><main>%s</main></body></html>
            """.formatted(escape(title), STYLE, body)).with("Cache-Control", "no-store")
                .with("Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
                .with("X-Frame-Options", "deny").with("Referrer-Policy", "no-referrer");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
