package mcpauth0.diagnose;

import java.util.List;
import mcpauth0.diagnose.cors.CrossOriginProbe;
import mcpauth0.diagnose.login.AskingProbe;
import mcpauth0.diagnose.login.SignInProbe;
import mcpauth0.diagnose.mcp.ConversationProbe;
import mcpauth0.diagnose.mcp.SessionProbe;
import mcpauth0.diagnose.metadata.ControlsProbe;
import mcpauth0.diagnose.metadata.FirstResourceProbe;
import mcpauth0.diagnose.metadata.FirstServerProbe;
import mcpauth0.diagnose.metadata.KeysProbe;
import mcpauth0.diagnose.metadata.OtherServersProbe;
import mcpauth0.diagnose.metadata.ResourceProbe;
import mcpauth0.diagnose.metadata.ServerProbe;
import mcpauth0.diagnose.metadata.TenantProbe;
import mcpauth0.diagnose.network.AddressProbe;
import mcpauth0.diagnose.network.FormsProbe;
import mcpauth0.diagnose.network.GuiseProbe;
import mcpauth0.diagnose.network.PaceProbe;
import mcpauth0.diagnose.network.PublicAddressProbe;
import mcpauth0.diagnose.network.TokenGuiseProbe;
import mcpauth0.diagnose.registration.DocumentsProbe;
import mcpauth0.diagnose.registration.RegistrationProbe;
import mcpauth0.diagnose.registration.ShapesProbe;
import mcpauth0.diagnose.tls.CompletionProbe;
import mcpauth0.diagnose.tls.DemandProbe;
import mcpauth0.diagnose.tls.HandshakeProbe;
import mcpauth0.diagnose.tls.IssuerHandshakeProbe;
import mcpauth0.diagnose.tls.ServerClockProbe;
import mcpauth0.diagnose.tls.VersionProbe;
import mcpauth0.diagnose.token.RenewalProbe;
import mcpauth0.diagnose.token.TokenProbe;
import mcpauth0.diagnose.transport.FirstCallProbe;
import mcpauth0.diagnose.transport.OpeningProbe;
import mcpauth0.diagnose.validation.TrialProbe;

/** Every probe, in the order of the way of a connection; but first the one for whose answer most others wait. */
final class Probes {

    private static final List<Probe<?>> ALL = List.of(
            FirstCallProbe.FIRST,
            // network, tls
            AddressProbe.ADDRESSES, PublicAddressProbe.PUBLIC_ADDRESSES, FormsProbe.FORMS, PaceProbe.PACE,
            GuiseProbe.GUISES, TokenGuiseProbe.TOKEN_GUISES, HandshakeProbe.HANDSHAKE,
            CompletionProbe.COMPLETION, VersionProbe.VERSIONS, ServerClockProbe.SERVER_CLOCK, DemandProbe.DEMAND,
            IssuerHandshakeProbe.ISSUER_HANDSHAKE,
            // transport, challenge
            OpeningProbe.OPENING,
            // metadata
            FirstResourceProbe.FIRST_RESOURCE, FirstServerProbe.FIRST_SERVER, ResourceProbe.RESOURCE,
            ServerProbe.SERVER, OtherServersProbe.OTHER_SERVERS, KeysProbe.KEYS,
            TenantProbe.TENANT, ControlsProbe.CONTROLS,
            // registration, login, token
            RegistrationProbe.REGISTRATION, SignInProbe.SIGN_IN, TokenProbe.TOKEN,
            ShapesProbe.SHAPES, DocumentsProbe.DOCUMENTS, AskingProbe.ASKING, RenewalProbe.RENEWAL,
            // validation, session, browsers
            ConversationProbe.CONVERSATION, TrialProbe.TRIALS, SessionProbe.SESSION,
            CrossOriginProbe.CROSS_ORIGIN);

    private Probes() {
    }

    static List<Probe<?>> all() {
        return ALL;
    }
}
