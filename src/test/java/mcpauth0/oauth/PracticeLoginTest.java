package mcpauth0.oauth;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import mcpauth0.demo.PracticePair.Options;
import mcpauth0.demo.PracticePair.Start;
import mcpauth0.http.Json;
import mcpauth0.oauth.LoginOutcome.ErrorPage;
import mcpauth0.oauth.LoginOutcome.SignedIn;
import mcpauth0.oauth.TokenVerification.Signature;
import mcpauth0.setup.Secret;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole way of a client at the practice tenant. */
class PracticeLoginTest {

    private static Practice practice;

    @BeforeAll
    static void start() throws IOException {
        practice = new Practice(Options.of(Start.HEALTHY));
    }

    @AfterAll
    static void stop() {
        practice.close();
    }

    @Test
    void aPersonSignsInAndTheTokenHoldsAgainstThePublishedKeys() {
        var outcome = practice.login().run(
                practice.request(practice.client(), practice.pair().mcpUrl(), "mcp:use", "offline_access"),
                practice.user());
        assertThat(outcome).isInstanceOf(SignedIn.class);
        var signedIn = (SignedIn) outcome;
        assertThat(signedIn.front().issuer()).isEqualTo(practice.issuer());
        assertThat(requireNonNull(signedIn.front().callback()).issuer()).isEqualTo(practice.issuer());
        var token = signedIn.tokens().access();
        assertThat(token.form()).isEqualTo(AccessToken.Form.JWT);
        assertThat(token.audience()).containsExactly(practice.pair().mcpUrl());
        var keys = PublishedKeys.fetch(practice.http(), practice.metadata().jwksUri(), Duration.ofSeconds(10));
        var verified = TokenVerification.of(token, keys, practice.issuer(), practice.pair().mcpUrl(),
                practice.http().network().clock().instant());
        assertThat(verified.holds()).isTrue();
        assertThat(TokenVerification.of(token, keys, practice.issuer() + "x", practice.pair().mcpUrl() + "/",
                requireNonNull(token.expires()))).returns(Signature.VALID, TokenVerification::signature)
                .returns(false, TokenVerification::issuerMatches).returns(false, TokenVerification::audienceMatches)
                .returns(true, TokenVerification::expired);
        assertThat(outcome.toString() + signedIn.tokens()).doesNotContain(token.value().reveal());
        assertThat(Json.write(signedIn.tokens().raw())).doesNotContain(token.value().reveal());
    }

    @Test
    void aRefreshTokenRotatesAndTheOldOneIsRefusedLater() {
        var tokens = practice.tokens();
        var endpoint = new TokenEndpoint(practice.http(), practice.metadata(), practice.client());
        var first = requireNonNull(tokens.refresh());
        var second = ((TokenOutcome.Given) endpoint.refresh(first, practice.pair().mcpUrl(), List.of())).tokens();
        assertThat(second.refresh()).isNotNull().isNotEqualTo(first);
        assertThat(second.access().audience()).containsExactly(practice.pair().mcpUrl());
        assertThat(endpoint.refresh(first, null, List.of())).asInstanceOf(type(TokenOutcome.Refused.class))
                .returns("invalid_grant", TokenOutcome.Refused::error)
                .returns(403, TokenOutcome.Refused::status);
    }

    @Test
    void anApplicationGetsATokenForItself() {
        var application = new RegisteredClient(practice.issuer(), practice.pair().clientId(),
                Secret.of(practice.pair().clientSecret()), AuthMethod.SECRET_BASIC, List.of(), Json.object());
        var audience = practice.issuer() + "api/v2/";
        for (var method : List.of(AuthMethod.SECRET_BASIC, AuthMethod.SECRET_POST))
            assertThat(new TokenEndpoint(practice.http(), practice.metadata(), application.withAuthMethod(method))
                    .clientCredentials(null, audience, List.of())).asInstanceOf(type(TokenOutcome.Given.class))
                    .satisfies(given -> assertThat(given.tokens().access().audience()).containsExactly(audience));
        assertThat(new TokenEndpoint(practice.http(), practice.metadata(), application.withAuthMethod(AuthMethod.NONE))
                .clientCredentials(null, audience, List.of())).isInstanceOf(TokenOutcome.Refused.class);
    }

    @Test
    void decliningShowsAPageThatLeadsNowhere() {
        var client = ((RegistrationOutcome.Registered) practice.registration().again(practice.metadata())).client();
        var outcome = practice.login().run(practice.request(client, practice.pair().mcpUrl(), "mcp:use"),
                practice.user().declining());
        assertThat(outcome).asInstanceOf(type(ErrorPage.class)).returns("access_denied", ErrorPage::error)
                .returns("User did not authorize the request", ErrorPage::description);
    }

    @Test
    void aResourceThatTheTenantDoesNotKnowIsSeenBeforeAnybodyIsAsked() {
        var request = practice.request(practice.client(), practice.pair().mcpUrl() + "/other", "mcp:use");
        var probe = AuthorizationProbe.send(practice.http(), request);
        assertThat(probe.answer()).isEqualTo(AuthorizationProbe.Answer.ERROR_PAGE);
        assertThat(probe.error()).isEqualTo("access_denied");
        assertThat(probe.description()).isEqualTo("Service not found: " + practice.pair().mcpUrl() + "/other");
        assertThat(probe.unknownClient()).isFalse();
        assertThat(AuthorizationProbe.send(practice.http(),
                practice.request(practice.client(), practice.pair().mcpUrl(), "mcp:use")).answer())
                .isEqualTo(AuthorizationProbe.Answer.GOES_ON);
        assertThat(practice.login().run(request, practice.user())).asInstanceOf(type(ErrorPage.class))
                .returns(probe.description(), ErrorPage::description);
    }

    @Test
    void aClientIsRegisteredOnceAndAnewWhenTheTenantForgotIt() {
        var first = practice.client();
        assertThat(practice.client().clientId()).isEqualTo(first.clientId());
        practice.pair().tenant().change(state -> state.clients()
                .removeIf(client -> client.path("client_id").asText().equals(first.clientId())));
        var signIn = new SignIn(practice.http(), practice.registration(), practice.login());
        var result = signIn.run(practice.request(first, practice.pair().mcpUrl(), "mcp:use"), practice.user());
        assertThat(result.forgotten()).isTrue();
        assertThat(result.login()).isInstanceOf(SignedIn.class);
        assertThat(practice.client().clientId()).isNotEqualTo(first.clientId());
    }

    @Test
    void aTenantThatIsNotSetUpSaysSo() throws IOException {
        try (var blank = new Practice(Options.of(Start.BLANK))) {
            assertThat(blank.registration().client(blank.metadata()))
                    .asInstanceOf(type(RegistrationOutcome.Refused.class))
                    .returns(400, RegistrationOutcome.Refused::status)
                    .returns("dynamic client registration is disabled", RegistrationOutcome.Refused::text);
        }
    }
}
