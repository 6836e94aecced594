package mcpauth0.oauth.agent;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import mcpauth0.http.Exchange;
import mcpauth0.http.Http;
import mcpauth0.http.Request;
import mcpauth0.oauth.Endpoints;
import mcpauth0.oauth.HtmlPage;
import mcpauth0.oauth.HtmlPage.Field;
import mcpauth0.oauth.HtmlPage.Form;
import mcpauth0.oauth.PageError;
import mcpauth0.oauth.UserAgent;
import mcpauth0.setup.Secret;

/**
 * Stands in for the practice tenant's user: follows redirects, signs in, agrees. It goes to this machine only, so that
 * name and password reach nobody else.
 */
public final class FormAgent implements UserAgent {

    private static final int MOST_PAGES = 8;
    private static final Pattern YES = Pattern
            .compile("(?i)\\b(accept|allow|agree|approve|authori[sz]e|continue|yes|confirm)\\b");
    private static final Pattern NO = Pattern.compile("(?i)\\b(decline|deny|cancel|reject|refuse|no)\\b");

    private final Http http;
    private final String user;
    private final Secret password;
    private final Pattern choice;

    public FormAgent(Http http, String user, Secret password) {
        this(http, user, password, YES);
    }

    private FormAgent(Http http, String user, Secret password, Pattern choice) {
        this.http = http;
        this.user = user;
        this.password = password;
        this.choice = choice;
    }

    /** One who declines where a page asks for consent. */
    public FormAgent declining() {
        return new FormAgent(http, user, password, NO);
    }

    @Override
    public void visit(String url) throws IOException {
        if (!loopback(URI.create(url)))
            throw new Refused("not-loopback", Endpoints.bare(url));
        var hops = new Hops(http, url, FormAgent::loopback);
        var last = hops.go(Request.get(url).with("Accept", "text/html"));
        var signedIn = false;
        for (var page = 0; !hops.arrived(last); page++) {
            var answer = last.answer();
            if (answer == null || !answer.ok() || page >= MOST_PAGES)
                throw PageError.stopped(last);
            var forms = HtmlPage.of(answer.text()).forms();
            var login = forms.stream().filter(FormAgent::asksPassword).findFirst();
            if ((login.isPresent() && signedIn) || forms.isEmpty())
                throw PageError.stopped(last);
            signedIn |= login.isPresent();
            last = hops.go(filledIn(last, login.orElse(forms.getFirst())));
        }
    }

    @Override
    public boolean needsPerson() {
        return false;
    }

    private Request filledIn(Exchange page, Form form) throws IOException {
        var own = page.request().url();
        var to = URI.create(own).resolve(form.action().isEmpty() ? own : form.action());
        if (!loopback(to))
            throw new Refused("not-loopback", Endpoints.bare(to.toString()));
        var body = URLUtils.serializeParameters(values(form));
        if (form.method().equals("POST"))
            return Request.post(to.toString(), "application/x-www-form-urlencoded", body).with("Accept", "text/html");
        return Request.get(to + (to.getRawQuery() == null ? "?" : "&") + body).with("Accept", "text/html");
    }

    private Map<String, List<String>> values(Form form) {
        var values = new LinkedHashMap<String, List<String>>();
        for (var field : form.fields())
            switch (field.type()) {
                case "password" -> values.put(field.name(), List.of(password.reveal()));
                case "text", "email" -> values.put(field.name(), List.of(user));
                case "checkbox" -> {
                    if (field.checked() || !asksPassword(form))
                        values.computeIfAbsent(field.name(), _ -> new ArrayList<>())
                                .add(field.value().isEmpty() ? "on" : field.value());
                }
                case "hidden" -> values.put(field.name(), List.of(field.value()));
                default -> {
                    // Buttons come below; nothing else is filled in.
                }
            }
        var buttons = form.fields().stream().filter(Field::button).toList();
        buttons.stream().filter(this::chosen).findFirst().or(() -> buttons.stream().findFirst())
                .filter(button -> !button.name().isEmpty())
                .ifPresent(button -> values.put(button.name(), List.of(button.value())));
        return values;
    }

    private boolean chosen(Field button) {
        return choice.matcher(button.value()).find() || choice.matcher(button.label()).find();
    }

    private static boolean asksPassword(Form form) {
        return form.fields().stream().anyMatch(field -> field.type().equals("password"));
    }

    private static boolean loopback(URI uri) {
        return uri.getHost() != null && Endpoints.loopback(uri.getHost()) && Endpoints.safe(uri.toString());
    }
}
