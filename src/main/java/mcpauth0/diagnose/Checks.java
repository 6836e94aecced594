package mcpauth0.diagnose;

import java.util.List;
import mcpauth0.diagnose.challenge.ChallengeNamesTheMetadata;
import mcpauth0.diagnose.challenge.EveryCallAsksForAToken;
import mcpauth0.diagnose.challenge.PointerLeadsToTheMetadata;
import mcpauth0.diagnose.cors.BrowsersMayReadTheMetadata;
import mcpauth0.diagnose.login.AnswerIsOfTheIssuer;
import mcpauth0.diagnose.login.ApiCarriesTheResourceName;
import mcpauth0.diagnose.login.ClientsMayUseTheApi;
import mcpauth0.diagnose.login.ConnectionIsOpenToClients;
import mcpauth0.diagnose.login.LoginIsGranted;
import mcpauth0.diagnose.login.ResourceIsUnderstood;
import mcpauth0.diagnose.mcp.SessionIdsCannotBeGuessed;
import mcpauth0.diagnose.mcp.ToolsAreThere;
import mcpauth0.diagnose.mcp.UnknownSessionIsNotFound;
import mcpauth0.diagnose.metadata.AuthorizationServerIsNamed;
import mcpauth0.diagnose.metadata.ClientsCanBecomeKnown;
import mcpauth0.diagnose.metadata.IssuerComesWithResponses;
import mcpauth0.diagnose.metadata.IssuerIsWrittenAlike;
import mcpauth0.diagnose.metadata.IssuerPublishesMetadata;
import mcpauth0.diagnose.metadata.KeysArePublished;
import mcpauth0.diagnose.metadata.PkceIsAnnounced;
import mcpauth0.diagnose.metadata.ResourceIsTheTypedAddress;
import mcpauth0.diagnose.metadata.ResourceMetadataIsJson;
import mcpauth0.diagnose.metadata.ResourceMetadataIsPublished;
import mcpauth0.diagnose.metadata.ScopesAreNamed;
import mcpauth0.diagnose.network.AddressesAreAlike;
import mcpauth0.diagnose.network.AnswersComeInTime;
import mcpauth0.diagnose.network.DiscoveryIsNotLimited;
import mcpauth0.diagnose.network.EveryFormIsLedThere;
import mcpauth0.diagnose.network.EveryPathLetsThemIn;
import mcpauth0.diagnose.network.EverybodyCanReachIt;
import mcpauth0.diagnose.network.KnownClientsAreLetIn;
import mcpauth0.diagnose.network.NameHasAnAddress;
import mcpauth0.diagnose.network.OldAddressIsThere;
import mcpauth0.diagnose.network.PortIsTheUsualOne;
import mcpauth0.diagnose.network.ServerAnswers;
import mcpauth0.diagnose.network.WorldSeesTheSame;
import mcpauth0.diagnose.registration.RegistrationHasRoom;
import mcpauth0.diagnose.registration.RegistrationIsOpen;
import mcpauth0.diagnose.tls.AuthorityIsTrusted;
import mcpauth0.diagnose.tls.CertificateHasBegun;
import mcpauth0.diagnose.tls.CertificateHasNotRunOut;
import mcpauth0.diagnose.tls.CertificateIsForServers;
import mcpauth0.diagnose.tls.CertificateIsForTheHost;
import mcpauth0.diagnose.tls.CertificateLasts;
import mcpauth0.diagnose.tls.ChainIsComplete;
import mcpauth0.diagnose.tls.ChainIsInOrder;
import mcpauth0.diagnose.tls.EverythingIsEncrypted;
import mcpauth0.diagnose.tls.IssuerIsReachedSafely;
import mcpauth0.diagnose.tls.KeyIsStrong;
import mcpauth0.diagnose.tls.NoCertificateIsDemanded;
import mcpauth0.diagnose.tls.NobodyIsInBetween;
import mcpauth0.diagnose.tls.OldProtocolsAreGone;
import mcpauth0.diagnose.tls.SignatureIsStrong;
import mcpauth0.diagnose.token.LoginLasts;
import mcpauth0.diagnose.token.SignatureIsVerifiable;
import mcpauth0.diagnose.token.TokenIsForTheResource;
import mcpauth0.diagnose.token.TokenIsOfTheIssuer;
import mcpauth0.diagnose.token.TokenIsReadable;
import mcpauth0.diagnose.token.TokenIsSignedWithAKeyPair;
import mcpauth0.diagnose.transport.AddressAnswersItself;
import mcpauth0.diagnose.transport.AnswersAreMessages;
import mcpauth0.diagnose.transport.EndpointIsThere;
import mcpauth0.diagnose.transport.StrangeOriginIsRefused;
import mcpauth0.diagnose.validation.AudienceIsChecked;
import mcpauth0.diagnose.validation.BadTokenIsAnsweredWith401;
import mcpauth0.diagnose.validation.ClaimsAreUnderTheSignature;
import mcpauth0.diagnose.validation.EveryRequestNeedsTheToken;
import mcpauth0.diagnose.validation.GarbageIsRefused;
import mcpauth0.diagnose.validation.GenuineTokenIsAccepted;
import mcpauth0.diagnose.validation.IssuerIsChecked;
import mcpauth0.diagnose.validation.PublicKeyIsNoSecret;
import mcpauth0.diagnose.validation.SignatureIsChecked;
import mcpauth0.diagnose.validation.ToolsAskForAToken;
import mcpauth0.diagnose.validation.UnsignedIsRefused;

/** Every check, in the order of the way of a connection. */
public final class Checks {

    private static final List<Check> ALL = List.of(
            // network
            new NameHasAnAddress(), new WorldSeesTheSame(), new AddressesAreAlike(), new EverybodyCanReachIt(),
            new OldAddressIsThere(), new PortIsTheUsualOne(), new ServerAnswers(), new EveryFormIsLedThere(),
            new AnswersComeInTime(), new DiscoveryIsNotLimited(), new KnownClientsAreLetIn(),
            new EveryPathLetsThemIn(),
            // tls
            new NobodyIsInBetween(), new OldProtocolsAreGone(), new CertificateHasNotRunOut(),
            new CertificateHasBegun(), new CertificateLasts(), new CertificateIsForTheHost(),
            new CertificateIsForServers(), new KeyIsStrong(), new SignatureIsStrong(), new ChainIsComplete(),
            new ChainIsInOrder(), new AuthorityIsTrusted(), new NoCertificateIsDemanded(), new IssuerIsReachedSafely(),
            new EverythingIsEncrypted(),
            // transport
            new AddressAnswersItself(), new AnswersAreMessages(), new EndpointIsThere(), new StrangeOriginIsRefused(),
            // challenge
            new EveryCallAsksForAToken(), new ChallengeNamesTheMetadata(), new PointerLeadsToTheMetadata(),
            // metadata of the resource
            new ResourceMetadataIsPublished(), new ResourceMetadataIsJson(), new ResourceIsTheTypedAddress(),
            new AuthorizationServerIsNamed(), new ScopesAreNamed(),
            // metadata of the authorization server
            new IssuerPublishesMetadata(),
            new IssuerIsWrittenAlike(), new PkceIsAnnounced(), new ClientsCanBecomeKnown(), new KeysArePublished(),
            new IssuerComesWithResponses(),
            // registration
            new RegistrationIsOpen(), new RegistrationHasRoom(),
            // login
            new ApiCarriesTheResourceName(),
            new ClientsMayUseTheApi(), new ResourceIsUnderstood(), new ConnectionIsOpenToClients(),
            new AnswerIsOfTheIssuer(), new LoginIsGranted(),
            // token
            new TokenIsReadable(), new TokenIsForTheResource(), new TokenIsOfTheIssuer(), new LoginLasts(),
            new SignatureIsVerifiable(), new TokenIsSignedWithAKeyPair(),
            // validation by the server
            new GenuineTokenIsAccepted(), new ToolsAskForAToken(), new GarbageIsRefused(), new AudienceIsChecked(),
            new SignatureIsChecked(), new ClaimsAreUnderTheSignature(), new UnsignedIsRefused(),
            new PublicKeyIsNoSecret(), new IssuerIsChecked(), new BadTokenIsAnsweredWith401(),
            new EveryRequestNeedsTheToken(),
            // session
            new ToolsAreThere(), new UnknownSessionIsNotFound(), new SessionIdsCannotBeGuessed(),
            // browsers
            new BrowsersMayReadTheMetadata());

    private Checks() {
    }

    public static List<Check> all() {
        return ALL;
    }
}
