/**
 * The practice pair: an Auth0 tenant and an MCP server, on loopback over HTTPS, that behave like the real ones down to
 * their error texts. They are for learning, for demonstrations and for our own tests; each {@code Fault} is a switch
 * that breaks one thing.
 *
 * <p>State is in memory, several pairs run side by side, and the key of the authority that signs their certificates
 * never leaves memory. Looks at {@code setup} alone.
 *
 * <p>The tenant offers, each with the permission that Auth0 asks for and in Auth0's words where they are known:
 * <ul>
 * <li>sign-in for two people and for registered, imported (client ID metadata documents) and hand-made applications;
 * machine-to-machine tokens for a secret or for a signature;</li>
 * <li>the Management API: settings, APIs, client grants, connections, applications, roles with permissions and members,
 * users and their search, what people agreed to, custom domains, rules, logs; what it has none of says so;</li>
 * <li>logs with Auth0's event types: every login's outcome with its parameters, every write with who did it;
 * {@link PracticeTenant#dashboard} changes something as a person would, {@link PracticeTenant#past} plants what
 * happened long ago;</li>
 * <li>tenants of different kinds: {@link PracticePair.Age}, the free plan's limits, a custom domain.</li>
 * </ul>
 * Where Auth0's behaviour is not known it is chosen: a Default Audience counts only where neither {@code audience} nor
 * {@code resource} does; callbacks are compared to the byte, ports too; an application's {@code permissions} claim holds
 * all that the user holds within the grant, asked for or not; audiences of the tenant's own APIs are canonical at a
 * custom domain; the tenant never advertises {@code none} among its authentication methods.
 *
 * <table>
 * <caption>What the faults of the server and of the surroundings do on the wire</caption>
 * <tr><th>Fault</th><th>Instead of the usual</th></tr>
 * <tr><td>net-dns-nxdomain</td><td>the surroundings know no {@code localhost}</td></tr>
 * <tr><td>net-unreachable</td><td>the surroundings lead {@code localhost} to 127.0.0.2, where nothing listens</td></tr>
 * <tr><td>tls-expired</td><td>the server's certificate ended 30 days ago</td></tr>
 * <tr><td>tls-hostname-mismatch</td><td>it is for {@code mcp.practice.invalid}</td></tr>
 * <tr><td>tls-untrusted-ca</td><td>it is signed by another authority than the pair's</td></tr>
 * <tr><td>tls-plain-http</td><td>the metadata names the tenant a second time, over {@code http}; clients use the
 * first</td></tr>
 * <tr><td>transport-redirect-drops-auth</td><td>{@code /mcp} answers 307 to {@code /mcp/}, which works</td></tr>
 * <tr><td>transport-html-answer</td><td>{@code /mcp} answers everything with 200 and a web page</td></tr>
 * <tr><td>transport-endpoint-not-found</td><td>{@code /mcp} answers 404; the server is at {@code /mcp/}</td></tr>
 * <tr><td>transport-origin-not-validated</td><td>any {@code Origin} is served</td></tr>
 * <tr><td>challenge-missing-401</td><td>without a token 403, with the usual challenge; a bad token still gets
 * 401</td></tr>
 * <tr><td>challenge-no-resource-metadata</td><td>challenges carry no {@code resource_metadata}</td></tr>
 * <tr><td>challenge-pointer-dead</td><td>challenges point to {@code …/gone}, which is 404; the well-known addresses
 * work</td></tr>
 * <tr><td>prm-not-found</td><td>both well-known addresses, and with them the pointer, are 404</td></tr>
 * <tr><td>prm-resource-mismatch</td><td>{@code resource} is {@code https://mcp.internal/mcp}</td></tr>
 * <tr><td>prm-authorization-servers-empty</td><td>{@code authorization_servers} is {@code []}</td></tr>
 * <tr><td>prm-not-json</td><td>the metadata is 200 {@code text/plain}, no JSON</td></tr>
 * <tr><td>prm-scopes-missing</td><td>neither {@code scopes_supported} nor {@code scope} in challenges</td></tr>
 * <tr><td>as-issuer-trailing-slash</td><td>{@code authorization_servers} names the issuer without its slash</td></tr>
 * <tr><td>rs-no-auth</td><td>no token at all is let in everywhere; a bad token still gets 401</td></tr>
 * <tr><td>rs-accepts-any-bearer</td><td>a bearer that is no JWT is let in; a forged JWT still gets 401</td></tr>
 * <tr><td>rs-accepts-wrong-audience</td><td>{@code aud} is not looked at</td></tr>
 * <tr><td>rs-accepts-tampered-signature</td><td>RS256 signatures are not verified, so changed claims pass too; issuer,
 * audience and expiry are still looked at</td></tr>
 * <tr><td>rs-accepts-tampered-claims</td><td>tokens that were good are remembered by their signature alone, so that
 * other claims with it pass after one good call</td></tr>
 * <tr><td>rs-accepts-alg-none</td><td>{@code alg: none}, in any case, with an empty signature passes</td></tr>
 * <tr><td>rs-accepts-hs256-public-key</td><td>HS256 with the public key's PEM (SPKI) as secret passes</td></tr>
 * <tr><td>rs-accepts-other-issuer</td><td>{@code iss} is not looked at, and signatures only of tokens of the
 * tenant</td></tr>
 * <tr><td>rs-rejects-valid-token</td><td>expects the audience with a slash at its end, and says so: good tokens get 401</td></tr>
 * <tr><td>rs-wrong-status</td><td>a bad token gets 403, with the usual challenge; none still gets 401</td></tr>
 * <tr><td>rs-accepts-embedded-jwk</td><td>RS256 under the key in {@code jwk} passes</td></tr>
 * <tr><td>rs-accepts-jku, rs-accepts-x5u</td><td>RS256 under the key that is fetched from there passes; only this
 * machine's addresses are fetched</td></tr>
 * <tr><td>rs-accepts-kid-injection</td><td>{@code kid} is a file name: one that leads to {@code /dev/null} makes HS256
 * with no secret pass; a quotation mark in it gives 500</td></tr>
 * <tr><td>rs-accepts-expired</td><td>{@code exp} is not looked at</td></tr>
 * <tr><td>rs-accepts-future-nbf, rs-accepts-missing-audience</td><td>such a token passes, and nobody comes to look at its
 * signature</td></tr>
 * <tr><td>rs-accepts-id-token</td><td>whatever the tenant signed for a client passes; the tenant gives every client an ID
 * token of five minutes</td></tr>
 * <tr><td>rs-accepts-query-token</td><td>{@code access_token} in the query counts</td></tr>
 * <tr><td>rs-accepts-body-or-cookie-token</td><td>{@code access_token} in a form, in JSON or in a cookie counts</td></tr>
 * <tr><td>rs-scope-not-enforced</td><td>tools work without {@code mcp:use}</td></tr>
 * <tr><td>rs-insufficient-scope-shape</td><td>without {@code mcp:use} 401 {@code invalid_token}</td></tr>
 * <tr><td>rs-401-without-invalid-token</td><td>a bad token gets the challenge that none gets</td></tr>
 * <tr><td>rs-error-leaks</td><td>the body of a refusal holds a stack trace</td></tr>
 * <tr><td>rs-jwks-cache-stale</td><td>the key that the tenant signs with is not among the server's</td></tr>
 * <tr><td>rs-clock-skew</td><td>the server is two days ahead when it looks at {@code exp}</td></tr>
 * <tr><td>session-empty-tools</td><td>{@code tools/list} is empty</td></tr>
 * <tr><td>session-unknown-id-status</td><td>400 instead of 404</td></tr>
 * <tr><td>session-id-weak</td><td>session ids are 1, 2, 3 …</td></tr>
 * <tr><td>rs-auth-only-on-initialize</td><td>a session's id without a token is let in</td></tr>
 * <tr><td>cors-wellknown-missing</td><td>{@code /mcp} answers preflights and carries CORS headers, the well-known
 * addresses do not</td></tr>
 * </table>
 *
 * <table>
 * <caption>What the faults of the tenant do to the healthy one; those marked as settings are healed by the step that sets
 * them, and those of tokens touch only tokens for the practice server</caption>
 * <tr><th>Fault</th><th>Instead of the usual</th></tr>
 * <tr><td>as-metadata-not-found</td><td>both well-known documents are 404</td></tr>
 * <tr><td>as-pkce-not-advertised</td><td>{@code code_challenge_methods_supported} is left out</td></tr>
 * <tr><td>as-no-registration-path</td><td>{@code registration_endpoint} is left out; registering still
 * works</td></tr>
 * <tr><td>as-jwks-unreachable</td><td>the keys' address answers 503; the practice server has the keys all the
 * same</td></tr>
 * <tr><td>as-iss-not-advertised</td><td>setting: the issuer is not in responses, and not announced</td></tr>
 * <tr><td>reg-dcr-disabled</td><td>setting: registration is closed; the endpoint stays advertised</td></tr>
 * <tr><td>reg-dcr-quota</td><td>ten applications, the free plan's limit, are there already</td></tr>
 * <tr><td>authz-resource-unknown</td><td>setting: API and grant are for the server's address with a slash at its
 * end</td></tr>
 * <tr><td>authz-client-no-grant</td><td>setting: there is no default grant for third-party clients</td></tr>
 * <tr><td>authz-resource-ignored</td><td>setting: the resource profile is {@code audience}</td></tr>
 * <tr><td>authz-no-connection</td><td>setting: no connection is promoted</td></tr>
 * <tr><td>authz-iss-mismatch</td><td>{@code iss} of the authorization response lacks its slash</td></tr>
 * <tr><td>authz-denied</td><td>after the login the tenant says {@code access_denied}</td></tr>
 * <tr><td>token-opaque</td><td>the token is sealed, as without an audience</td></tr>
 * <tr><td>token-aud-wrong</td><td>{@code aud} is the server's address with a slash at its end</td></tr>
 * <tr><td>token-iss-wrong</td><td>{@code iss} is {@code https://login.practice.example/}</td></tr>
 * <tr><td>token-no-refresh</td><td>setting: the API allows no offline access</td></tr>
 * <tr><td>token-signature-unverifiable</td><td>signed with a key that nobody publishes</td></tr>
 * <tr><td>token-hs256</td><td>setting: the API signs with HS256</td></tr>
 * <tr><td>rs-token-passthrough</td><td>{@code aud} names {@code https://orders.practice.example/} as well</td></tr>
 * </table>
 */
@NullMarked
package mcpauth0.demo;

import org.jspecify.annotations.NullMarked;
