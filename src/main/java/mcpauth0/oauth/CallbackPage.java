package mcpauth0.oauth;

import java.util.function.UnaryOperator;

/** The page on which the person ends up after a login. Texts: {@code login.page.<id>.title} and {@code .text}. */
enum CallbackPage {
    /** The answer came and is good so far. */
    DONE("done", 200, "#1a7f37"),
    /** The answer came and says no. */
    DENIED("denied", 200, "#9a6700"),
    /** The answer came from somebody else; nothing that it says is shown. */
    MISMATCH("mismatch", 400, "#d1242f"),
    /** The visit belongs to no login that is under way. */
    WRONG_STATE("wrong-state", 400, "#d1242f"),
    /** The answer was there already. */
    AGAIN("again", 200, "#1a7f37"),
    /** Nothing lives at that address. */
    ELSEWHERE("elsewhere", 404, "#9a6700");

    private final String id;
    private final int status;
    private final String colour;

    CallbackPage(String id, int status, String colour) {
        this.id = id;
        this.status = status;
        this.colour = colour;
    }

    int status() {
        return status;
    }

    /** Nothing of the visit itself is on it, and what the words hold is escaped. */
    String html(UnaryOperator<String> words) {
        return """
            <!doctype html><html lang="%s"><head><meta charset="utf-8"><title>%s</title>
            <meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><style>
            :root{--page:#f6f8fa;--card:#fff;--ink:#1f2328;--soft:#59636e;--edge:#d1d9e0}
            @media(prefers-color-scheme:dark){:root{--page:#0d1117;--card:#151b23;--ink:#f0f6fc;--soft:#9198a1;--edge:#3d444d}}
            body{margin:0;min-height:100vh;display:grid;place-items:center;background:var(--page);color:var(--ink);
            font:16px/1.5 Inter,system-ui,sans-serif}
            main{max-width:26rem;margin:1rem;padding:2rem;background:var(--card);border:1px solid var(--edge);
            border-top:4px solid %s;border-radius:10px}
            h1{font-size:1.25rem;margin:0 0 .5rem}p{margin:0;color:var(--soft)}
            </style></head><body><main><h1>%s</h1><p>%s</p></main></body></html>
            """
                .formatted(escape(words.apply("login.page.language")), escape(words.apply("app.name")), colour,
                        escape(words.apply("login.page." + id + ".title")),
                        escape(words.apply("login.page." + id + ".text")));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
