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
import mcpauth0.diagnose.network.EverybodyCanReachIt;
import mcpauth0.diagnose.network.NameHasAnAddress;
import mcpauth0.diagnose.network.ServerAnswers;
import mcpauth0.diagnose.registration.RegistrationHasRoom;
import mcpauth0.diagnose.registration.RegistrationIsOpen;
import mcpauth0.diagnose.tls.AuthorityIsTrusted;
import mcpauth0.diagnose.tls.CertificateHasNotRunOut;
import mcpauth0.diagnose.tls.CertificateIsForTheHost;
import mcpauth0.diagnose.tls.EverythingIsEncrypted;
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
import mcpauth0.diagnose.validation.AddressOfCertificatesIsNotTakenFromTheToken;
import mcpauth0.diagnose.validation.AddressOfKeysIsNotTakenFromTheToken;
import mcpauth0.diagnose.validation.AudienceIsChecked;
import mcpauth0.diagnose.validation.BadTokenIsAnsweredWith401;
import mcpauth0.diagnose.validation.ClaimsAreUnderTheSignature;
import mcpauth0.diagnose.validation.ClockIsRight;
import mcpauth0.diagnose.validation.EarlyTokenIsRefused;
import mcpauth0.diagnose.validation.ErrorsKeepTheirSecrets;
import mcpauth0.diagnose.validation.EveryRequestNeedsTheToken;
import mcpauth0.diagnose.validation.ExpiredTokenIsRefused;
import mcpauth0.diagnose.validation.GarbageIsRefused;
import mcpauth0.diagnose.validation.GenuineTokenIsAccepted;
import mcpauth0.diagnose.validation.IdentityTokenIsRefused;
import mcpauth0.diagnose.validation.IssuerIsChecked;
import mcpauth0.diagnose.validation.KeysDoNotComeWithTheToken;
import mcpauth0.diagnose.validation.MissingPermissionIsNamed;
import mcpauth0.diagnose.validation.NewKeysAreFetched;
import mcpauth0.diagnose.validation.OnlyTheHeaderBringsTheToken;
import mcpauth0.diagnose.validation.PermissionsAreAskedFor;
import mcpauth0.diagnose.validation.PublicKeyIsNoSecret;
import mcpauth0.diagnose.validation.RefusalNamesTheToken;
import mcpauth0.diagnose.validation.SignatureIsChecked;
import mcpauth0.diagnose.validation.StrangeKeyIdIsNothingSpecial;
import mcpauth0.diagnose.validation.TokenInTheAddressIsIgnored;
import mcpauth0.diagnose.validation.TokenIsForThisServerAlone;
import mcpauth0.diagnose.validation.TokenSaysForWhomItIs;
import mcpauth0.diagnose.validation.ToolsAskForAToken;
import mcpauth0.diagnose.validation.UnsignedIsRefused;

/** Every check, in the order of the way of a connection. */
public final class Checks {

    private static final List<Check> ALL = List.of(
            // network
            new NameHasAnAddress(), new EverybodyCanReachIt(), new ServerAnswers(),
            // tls
            new CertificateHasNotRunOut(), new CertificateIsForTheHost(),
            new AuthorityIsTrusted(), new EverythingIsEncrypted(),
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
            new ClockIsRight(), new NewKeysAreFetched(), new GenuineTokenIsAccepted(), new ToolsAskForAToken(),
            new GarbageIsRefused(), new AudienceIsChecked(), new SignatureIsChecked(),
            new ClaimsAreUnderTheSignature(), new UnsignedIsRefused(), new PublicKeyIsNoSecret(),
            new KeysDoNotComeWithTheToken(), new AddressOfKeysIsNotTakenFromTheToken(),
            new AddressOfCertificatesIsNotTakenFromTheToken(), new StrangeKeyIdIsNothingSpecial(),
            new IssuerIsChecked(), new ExpiredTokenIsRefused(), new EarlyTokenIsRefused(),
            new TokenSaysForWhomItIs(), new IdentityTokenIsRefused(), new TokenInTheAddressIsIgnored(),
            new OnlyTheHeaderBringsTheToken(), new PermissionsAreAskedFor(), new MissingPermissionIsNamed(),
            new BadTokenIsAnsweredWith401(), new RefusalNamesTheToken(), new ErrorsKeepTheirSecrets(),
            new TokenIsForThisServerAlone(), new EveryRequestNeedsTheToken(),
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
