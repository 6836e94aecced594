package mcpauth0.diagnose;

import java.util.List;
import mcpauth0.diagnose.challenge.BearerComesFirst;
import mcpauth0.diagnose.challenge.ChallengeKeepsItsName;
import mcpauth0.diagnose.challenge.ChallengeNamesScopes;
import mcpauth0.diagnose.challenge.ChallengeNamesTheMetadata;
import mcpauth0.diagnose.challenge.EveryCallAsksForAToken;
import mcpauth0.diagnose.challenge.OfflineAccessIsLeftToClients;
import mcpauth0.diagnose.challenge.PointerIsAnAddress;
import mcpauth0.diagnose.challenge.PointerLeadsToTheMetadata;
import mcpauth0.diagnose.challenge.PointerStaysAtTheOrigin;
import mcpauth0.diagnose.cors.BrowsersMayReadTheMetadata;
import mcpauth0.diagnose.cors.CredentialsAreNotForEverybody;
import mcpauth0.diagnose.cors.PagesMayEndSessions;
import mcpauth0.diagnose.cors.PagesMayReadTheHeaders;
import mcpauth0.diagnose.cors.PagesMaySendTheHeaders;
import mcpauth0.diagnose.cors.PreflightsNeedNoToken;
import mcpauth0.diagnose.login.AnnouncedIssuerComes;
import mcpauth0.diagnose.login.AnswerIsOfTheIssuer;
import mcpauth0.diagnose.login.ApiCarriesTheResourceName;
import mcpauth0.diagnose.login.CallbackHostIsTheSame;
import mcpauth0.diagnose.login.CallbackIsKnown;
import mcpauth0.diagnose.login.CallbackPortsFit;
import mcpauth0.diagnose.login.ClientsMayUseTheApi;
import mcpauth0.diagnose.login.ConnectionIsOpenToClients;
import mcpauth0.diagnose.login.ConsentSendsBackByGet;
import mcpauth0.diagnose.login.ErrorsComeBack;
import mcpauth0.diagnose.login.LoginIsGranted;
import mcpauth0.diagnose.login.NoRuleIsActive;
import mcpauth0.diagnose.login.NobodyIsAskedTwice;
import mcpauth0.diagnose.login.OnlyScopesOfTheApiAreAsked;
import mcpauth0.diagnose.login.OrganizationsLetClientsIn;
import mcpauth0.diagnose.login.ParametersOfClientsAreTaken;
import mcpauth0.diagnose.login.ResourceIsNotOverruled;
import mcpauth0.diagnose.login.ResourceIsUnderstood;
import mcpauth0.diagnose.login.ResourceReachesTheServer;
import mcpauth0.diagnose.login.ScopesAreGranted;
import mcpauth0.diagnose.login.StateComesBackUnchanged;
import mcpauth0.diagnose.mcp.SessionIdIsDemanded;
import mcpauth0.diagnose.mcp.SessionIdsCannotBeGuessed;
import mcpauth0.diagnose.mcp.SessionsBelongToOnePerson;
import mcpauth0.diagnose.mcp.SessionsCanBeEnded;
import mcpauth0.diagnose.mcp.SessionsOutliveConnections;
import mcpauth0.diagnose.mcp.ToolsAreThere;
import mcpauth0.diagnose.mcp.UnknownSessionIsNotFound;
import mcpauth0.diagnose.metadata.AuthorizationServerIsNamed;
import mcpauth0.diagnose.metadata.AuthorizationServerIsNotTheServer;
import mcpauth0.diagnose.metadata.ClientsCanBecomeKnown;
import mcpauth0.diagnose.metadata.EarlierAddressesDoNotFail;
import mcpauth0.diagnose.metadata.EndpointsAreAtTheIssuer;
import mcpauth0.diagnose.metadata.EndpointsAreEncrypted;
import mcpauth0.diagnose.metadata.FirstServerWorks;
import mcpauth0.diagnose.metadata.IssuerComesWithResponses;
import mcpauth0.diagnose.metadata.IssuerIsWrittenAlike;
import mcpauth0.diagnose.metadata.IssuerPublishesMetadata;
import mcpauth0.diagnose.metadata.KeysArePublished;
import mcpauth0.diagnose.metadata.MetadataIsComplete;
import mcpauth0.diagnose.metadata.MetadataIsOfTheNamedHost;
import mcpauth0.diagnose.metadata.MetadataIsOpenToAll;
import mcpauth0.diagnose.metadata.MetadataStandsAtItsPath;
import mcpauth0.diagnose.metadata.OneDomainIsUsed;
import mcpauth0.diagnose.metadata.PkceIsAnnounced;
import mcpauth0.diagnose.metadata.PublicClientsAreAnnounced;
import mcpauth0.diagnose.metadata.RenewalIsAnnounced;
import mcpauth0.diagnose.metadata.ResourceHasAPath;
import mcpauth0.diagnose.metadata.ResourceIsTheTypedAddress;
import mcpauth0.diagnose.metadata.ResourceMetadataIsJson;
import mcpauth0.diagnose.metadata.ResourceMetadataIsPublished;
import mcpauth0.diagnose.metadata.ScopesAreNamed;
import mcpauth0.diagnose.metadata.ScopesAreOfTheApi;
import mcpauth0.diagnose.metadata.TokensMayComeInTheHeader;
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
import mcpauth0.diagnose.registration.ApplicationTypesAreTaken;
import mcpauth0.diagnose.registration.ClientIsStillKnown;
import mcpauth0.diagnose.registration.DocumentsAllowAnyPort;
import mcpauth0.diagnose.registration.DocumentsAreKnown;
import mcpauth0.diagnose.registration.DocumentsAreValid;
import mcpauth0.diagnose.registration.FixedClientsMaySendTheirSecret;
import mcpauth0.diagnose.registration.HostedCallbacksAreTaken;
import mcpauth0.diagnose.registration.NamesOfClientsAreTaken;
import mcpauth0.diagnose.registration.OnlyWhatIsNeededIsOpen;
import mcpauth0.diagnose.registration.OtherMethodsAreTaken;
import mcpauth0.diagnose.registration.RegisteredScopesSuffice;
import mcpauth0.diagnose.registration.RegistrationAnswerIsUsable;
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
import mcpauth0.diagnose.token.BadRefreshTokensAreNamed;
import mcpauth0.diagnose.token.ClientIsRecognized;
import mcpauth0.diagnose.token.LifetimeIsReasonable;
import mcpauth0.diagnose.token.LoginLasts;
import mcpauth0.diagnose.token.RefreshTokensRotate;
import mcpauth0.diagnose.token.SignatureIsVerifiable;
import mcpauth0.diagnose.token.TokenAnswerIsNotStored;
import mcpauth0.diagnose.token.TokenCarriesItsScopes;
import mcpauth0.diagnose.token.TokenEndpointTakesForms;
import mcpauth0.diagnose.token.TokenEndpointWorks;
import mcpauth0.diagnose.token.TokenIsBearer;
import mcpauth0.diagnose.token.TokenIsForTheResource;
import mcpauth0.diagnose.token.TokenIsOfTheIssuer;
import mcpauth0.diagnose.token.TokenIsReadable;
import mcpauth0.diagnose.token.TokenIsSignedWithAKeyPair;
import mcpauth0.diagnose.token.TypeTellsAccessTokens;
import mcpauth0.diagnose.transport.AddressAnswersItself;
import mcpauth0.diagnose.transport.AddressStaysAtItsHost;
import mcpauth0.diagnose.transport.AddressStaysEncrypted;
import mcpauth0.diagnose.transport.AnswersAreMessages;
import mcpauth0.diagnose.transport.AnswersCarryTheRequestsId;
import mcpauth0.diagnose.transport.AnswersSayWhatTheyAre;
import mcpauth0.diagnose.transport.CurrentEraIsSpoken;
import mcpauth0.diagnose.transport.CurrentVersionIsSpoken;
import mcpauth0.diagnose.transport.EitherFormMayBeAccepted;
import mcpauth0.diagnose.transport.EndpointIsThere;
import mcpauth0.diagnose.transport.EventsComeAtOnce;
import mcpauth0.diagnose.transport.HandshakeIsSpoken;
import mcpauth0.diagnose.transport.HeadersMatchTheMessage;
import mcpauth0.diagnose.transport.HostIsKnown;
import mcpauth0.diagnose.transport.ListeningIsAnswered;
import mcpauth0.diagnose.transport.MessagesCanBePosted;
import mcpauth0.diagnose.transport.NotificationsAreTaken;
import mcpauth0.diagnose.transport.PagesOfKnownClientsAreLetIn;
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
            new AddressStaysAtItsHost(), new AddressStaysEncrypted(), new AddressAnswersItself(), new HostIsKnown(),
            new AnswersAreMessages(), new MessagesCanBePosted(), new EndpointIsThere(), new EitherFormMayBeAccepted(),
            new CurrentVersionIsSpoken(), new CurrentEraIsSpoken(), new HandshakeIsSpoken(),
            new AnswersSayWhatTheyAre(),
            new AnswersCarryTheRequestsId(), new EventsComeAtOnce(), new NotificationsAreTaken(),
            new ListeningIsAnswered(), new HeadersMatchTheMessage(), new StrangeOriginIsRefused(),
            new PagesOfKnownClientsAreLetIn(),
            // challenge
            new EveryCallAsksForAToken(), new ChallengeKeepsItsName(), new BearerComesFirst(),
            new ChallengeNamesTheMetadata(), new PointerIsAnAddress(), new PointerLeadsToTheMetadata(),
            new PointerStaysAtTheOrigin(), new ChallengeNamesScopes(), new OfflineAccessIsLeftToClients(),
            // metadata of the resource
            new MetadataIsOpenToAll(), new ResourceMetadataIsPublished(), new ResourceMetadataIsJson(),
            new MetadataStandsAtItsPath(), new ResourceIsTheTypedAddress(), new ResourceHasAPath(),
            new AuthorizationServerIsNamed(), new AuthorizationServerIsNotTheServer(), new FirstServerWorks(),
            new TokensMayComeInTheHeader(), new ScopesAreNamed(), new ScopesAreOfTheApi(),
            // metadata of the authorization server
            new IssuerPublishesMetadata(),
            new IssuerIsWrittenAlike(), new PkceIsAnnounced(), new ClientsCanBecomeKnown(), new KeysArePublished(),
            new IssuerComesWithResponses(), new EarlierAddressesDoNotFail(), new MetadataIsOfTheNamedHost(),
            new OneDomainIsUsed(), new MetadataIsComplete(), new EndpointsAreEncrypted(), new EndpointsAreAtTheIssuer(),
            new RenewalIsAnnounced(), new PublicClientsAreAnnounced(),
            // registration
            new RegistrationIsOpen(), new RegistrationHasRoom(), new RegistrationAnswerIsUsable(),
            new OnlyWhatIsNeededIsOpen(), new FixedClientsMaySendTheirSecret(), new ClientIsStillKnown(),
            new RegisteredScopesSuffice(), new OtherMethodsAreTaken(), new HostedCallbacksAreTaken(),
            new NamesOfClientsAreTaken(), new ApplicationTypesAreTaken(), new DocumentsAreValid(),
            new DocumentsAreKnown(), new DocumentsAllowAnyPort(),
            // login
            new ApiCarriesTheResourceName(),
            new ClientsMayUseTheApi(), new ResourceIsUnderstood(), new ConnectionIsOpenToClients(),
            new NoRuleIsActive(), new OrganizationsLetClientsIn(), new ParametersOfClientsAreTaken(),
            new ResourceReachesTheServer(), new ResourceIsNotOverruled(), new CallbackHostIsTheSame(),
            new CallbackIsKnown(), new CallbackPortsFit(), new ErrorsComeBack(), new NobodyIsAskedTwice(),
            new ConsentSendsBackByGet(), new StateComesBackUnchanged(), new AnnouncedIssuerComes(),
            new AnswerIsOfTheIssuer(), new LoginIsGranted(), new OnlyScopesOfTheApiAreAsked(), new ScopesAreGranted(),
            // token
            new TokenIsReadable(), new TokenIsForTheResource(), new TokenIsOfTheIssuer(), new LoginLasts(),
            new SignatureIsVerifiable(), new TokenIsSignedWithAKeyPair(), new TokenEndpointWorks(),
            new TokenEndpointTakesForms(), new ClientIsRecognized(), new TokenIsBearer(), new TokenAnswerIsNotStored(),
            new LifetimeIsReasonable(), new TokenCarriesItsScopes(), new TypeTellsAccessTokens(),
            new BadRefreshTokensAreNamed(), new RefreshTokensRotate(),
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
            new ToolsAreThere(), new SessionsOutliveConnections(), new UnknownSessionIsNotFound(),
            new SessionIdsCannotBeGuessed(), new SessionsBelongToOnePerson(), new SessionIdIsDemanded(),
            new SessionsCanBeEnded(),
            // browsers
            new BrowsersMayReadTheMetadata(), new PreflightsNeedNoToken(), new PagesMaySendTheHeaders(),
            new PagesMayReadTheHeaders(), new PagesMayEndSessions(), new CredentialsAreNotForEverybody());

    private Checks() {
    }

    public static List<Check> all() {
        return ALL;
    }
}
