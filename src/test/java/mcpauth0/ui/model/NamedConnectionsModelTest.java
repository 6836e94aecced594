package mcpauth0.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import mcpauth0.access.Keychain;
import mcpauth0.access.NamedConnection;
import mcpauth0.access.NamedConnections;
import mcpauth0.auth0.ClientKey;
import mcpauth0.http.Network;
import mcpauth0.setup.TenantDomain;
import mcpauth0.ui.Work;
import mcpauth0.ui.model.NamedConnectionsModel.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saved connections, while other things happen in the window. */
class NamedConnectionsModelTest {

    @TempDir
    Path state;

    /** The keychain may have asked a person for minutes. */
    @Test
    void aConnectionThatIsSavedAfterItsTenantWasClosedIsNotTheOpenOne() {
        var session = new Session(Network.system(), state);
        var model = new NamedConnectionsModel(new NamedConnections(state, Keychain.none()), session, Work.immediate());
        var ended = new ArrayList<Ended>();
        model.save(new NamedConnection("Work", TenantDomain.parse("acme.eu.auth0.com").orThrow(), null,
                NamedConnection.Kind.SECRET, "id", null, ClientKey.ALGORITHMS.getFirst(), false), null, null,
                ended::add);
        assertThat(ended).containsExactly(new Ended.Well("Work"));
        assertThat(session.connectionProperty().get()).isNull();
    }
}
