package mcpauth0.ui.model;

import java.util.concurrent.Future;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mcpauth0.http.Request;
import mcpauth0.oauth.mcp.AdvertisedScopes;
import mcpauth0.setup.McpUrl;
import mcpauth0.ui.Work;
import org.jspecify.annotations.Nullable;

/** The permissions that the server itself speaks of: proposals, of which none is taken without the operator. */
public final class ScopesModel {

    /** How asking went. Nothing of it keeps the operator from going on. */
    public sealed interface Look {

        record NotYet() implements Look {
        }

        record Busy() implements Look {
        }

        record Told(AdvertisedScopes scopes) implements Look {
        }
    }

    private final Session session;
    private final Work work;
    private final ReadOnlyObjectWrapper<Look> look = new ReadOnlyObjectWrapper<>(new Look.NotYet());
    private @Nullable Future<?> underWay;
    private @Nullable McpUrl asked;

    public ScopesModel(Session session, Work work) {
        this.session = session;
        this.work = work;
    }

    public ReadOnlyObjectProperty<Look> lookProperty() {
        return look.getReadOnlyProperty();
    }

    /** Asks the server, without any credential, unless it was asked already. */
    public void ask() {
        var server = session.setup().server();
        if (server == null || server.equals(asked))
            return;
        cancel();
        asked = server;
        look.set(new Look.Busy());
        underWay = work.start(() -> {
            try (var http = session.reach().forServer()) {
                return AdvertisedScopes.ask(http, server, Request.USUAL_TIMEOUT);
            }
        }, found -> {
            if (server.equals(asked))
                told(found);
        }, _ -> cancel());
    }

    private void told(AdvertisedScopes found) {
        underWay = null;
        if (found.failure() != null)
            asked = null; // another look may go better
        look.set(new Look.Told(found));
    }

    /** Ends the question that is under way; gives whether there was one. */
    public boolean cancel() {
        var future = underWay;
        underWay = null;
        if (future != null)
            future.cancel(true);
        var busy = look.get() instanceof Look.Busy;
        if (busy) {
            asked = null;
            look.set(new Look.NotYet());
        }
        return busy;
    }
}
