package mcpauth0.ui.model;

import java.util.concurrent.Future;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mcpauth0.oauth.Discovery;
import mcpauth0.setup.Likeness;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Parsed;
import mcpauth0.ui.Work;
import org.jspecify.annotations.Nullable;

/** The server's address, and what the server says about itself when it is asked. */
public final class ServerModel {

    /** How asking the server went. Nothing of it keeps the operator from going on. */
    public sealed interface Look {

        record NotYet() implements Look {
        }

        record Busy() implements Look {
        }

        /** It names itself {@code resource}; {@code differsAt} is the first differing character, -1 where none does. */
        record Named(String resource, int differsAt) implements Look {
        }

        /** It answers, but publishes no protected resource metadata yet. */
        record Silent() implements Look {
        }

        record Unreached(Trouble why) implements Look {
        }
    }

    private final Session session;
    private final Work work;
    private final ReadOnlyObjectWrapper<Look> look = new ReadOnlyObjectWrapper<>(new Look.NotYet());
    private @Nullable Future<?> underWay;
    private @Nullable McpUrl asked;

    public ServerModel(Session session, Work work) {
        this.session = session;
        this.work = work;
    }

    public ReadOnlyObjectProperty<Look> lookProperty() {
        return look.getReadOnlyProperty();
    }

    /** Takes the typed text into the set-up; null when it is good. */
    public @Nullable Trouble enter(String typed) {
        return switch (McpUrl.parse(typed)) {
            case Parsed.Bad<McpUrl> bad -> Trouble.of(bad);
            case Parsed.Good<McpUrl>(var url) when !url.secure() ->
                Trouble.of(new Parsed.Bad<McpUrl>("server-plain-http", java.util.List.of(url.value())));
            case Parsed.Good<McpUrl>(var url) -> {
                var before = session.setup().server();
                if (!url.equals(before))
                    session.setupProperty().set(session.setup().withServer(url).withResource(null));
                yield null;
            }
        };
    }

    /** Asks the server for its metadata, without any credential. */
    public void ask() {
        cancel();
        var url = session.setup().server();
        if (url == null)
            return;
        asked = url;
        look.set(new Look.Busy());
        underWay = work.start(() -> {
            try (var http = session.reach().forServer()) {
                return new Discovery(http).resource(url, null);
            }
        }, found -> finished(url, found), thrown -> look.set(new Look.Unreached(Trouble.of(thrown))));
    }

    private void finished(McpUrl url, Discovery.Resource found) {
        if (!url.equals(asked))
            return;
        var picked = found.picked();
        var document = picked == null ? null : picked.document();
        var resource = document == null ? null : document.resource();
        if (resource != null) {
            session.setupProperty().set(session.setup().withResource(sameOrigin(resource, url) ? resource : null));
            look.set(new Look.Named(resource, Likeness.firstDifference(resource, url.value())));
            return;
        }
        var failed = found.all().stream().map(fetched -> fetched.exchange())
                .filter(exchange -> exchange.failure() != null).findFirst();
        look.set(failed.<Look>map(exchange -> new Look.Unreached(Trouble.of(
                java.util.Objects.requireNonNull(exchange.failure()), exchange))).orElseGet(Look.Silent::new));
    }

    private static boolean sameOrigin(String resource, McpUrl url) {
        return McpUrl.parse(resource) instanceof Parsed.Good<McpUrl>(var named) && named.origin().equals(url.origin());
    }

    /** Another address is typed: what was found out about the former one holds no more. */
    public void changed() {
        cancel();
        look.set(new Look.NotYet());
    }

    /** Ends the question that is under way. */
    public void cancel() {
        var future = underWay;
        underWay = null;
        asked = null;
        if (future != null)
            future.cancel(true);
        if (look.get() instanceof Look.Busy)
            look.set(new Look.NotYet());
    }
}
