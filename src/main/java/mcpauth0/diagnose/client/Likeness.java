package mcpauth0.diagnose.client;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import mcpauth0.auth0.LogEvent;

/** Which events of a tenant's log are a client's: by its document, by an application made for it, its callbacks, its name. */
public final class Likeness {

    private final Profile client;
    private final Set<String> made;
    private final List<String> names;

    /** @param made ids of the applications that were made for it by hand */
    public Likeness(Profile client, Set<String> made) {
        this.client = client;
        this.made = Set.copyOf(made);
        this.names = names(client.id());
    }

    /** What it calls itself when it registers, as far as that is known; else its own name. */
    static List<String> names(String id) {
        return id.equals("vscode") ? List.of("visual studio code", "vs code") : List.of(id.replace('-', ' '), id);
    }

    public boolean fits(LogEvent event) {
        var document = client.document();
        var id = event.clientId();
        if (id != null && (made.contains(id) || (document != null && document.url().equals(id))))
            return true;
        var redirect = event.redirect();
        if (redirect != null && client.redirects().contains(redirect))
            return true;
        var name = event.clientName().toLowerCase(Locale.ROOT);
        return names.stream().anyMatch(name::contains) && !longer(name);
    }

    /** Claude's own name is also in that of Claude Code. */
    private boolean longer(String name) {
        return Clients.ids().stream().filter(other -> !other.equals(client.id()) && other.startsWith(client.id()))
                .anyMatch(other -> names(other).stream().anyMatch(name::contains));
    }
}
