/**
 * The practice pair: an Auth0 tenant and an MCP server, on loopback over HTTPS, that behave like the real ones down to
 * their error texts. They are for learning, for demonstrations and for our own tests; each {@code Fault} is a switch
 * that breaks one thing. Several can be on at once, but for those that {@link Fault#excludes} tells.
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
 * <li>tenants of different kinds: {@link PracticePair.Age}, the free plan's limits, a custom domain;</li>
 * <li>a long way: {@link PracticePair.Options#atDistance}, by which every answer of both takes longer.</li>
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
 * <tr><td>net-host-not-public</td><td>the published name leads to 10.20.30.40</td></tr>
 * <tr><td>net-dns-mixed-answers</td><td>it leads to a public address and to 10.20.30.40</td></tr>
 * <tr><td>net-ipv6-only</td><td>it leads to an IPv6 address alone</td></tr>
 * <tr><td>net-nonstandard-port</td><td>the published server is on port 8443</td></tr>
 * <tr><td>net-split-horizon</td><td>the published name leads here to 10.20.30.40, and the whole world, which {@code NameService} answers, to a public
 * address</td></tr>
 * <tr><td>net-lb-path-rule</td><td>{@code /mcp} is answered 404 by a balancer; the server is at {@code /mcp/}</td></tr>
 * <tr><td>net-discovery-rate-limited</td><td>the metadata at the root is 429, as if one request had been too many</td></tr>
 * <tr><td>net-slow-endpoint</td><td>the metadata takes 400 ms, and the surroundings lose patience after 300</td></tr>
 * <tr><td>net-waf-blocks-client</td><td>{@code Claude-User} and {@code python-httpx} get a 403 page of a bot protection everywhere</td></tr>
 * <tr><td>net-waf-partial-paths</td><td>they get it at the well-known addresses alone</td></tr>
 * <tr><td>tls-local-interception</td><td>the published server's authority passes for one that only this computer's operating system knows</td></tr>
 * <tr><td>tls-chain-incomplete</td><td>an authority between the pair's and the certificate is not sent; it is to be had at
 * {@code http://ca.practice.example/issuer.cer}, where the surroundings lead</td></tr>
 * <tr><td>tls-chain-order</td><td>a certificate that has nothing to do with it follows the server's own</td></tr>
 * <tr><td>tls-not-yet-valid</td><td>the server's certificate begins in 30 days</td></tr>
 * <tr><td>tls-expires-soon</td><td>it ends in 10 days</td></tr>
 * <tr><td>tls-protocol-too-old</td><td>a greeting in TLS 1.0 or 1.1 is answered by a front as if it were spoken; all else reaches the
 * server</td></tr>
 * <tr><td>tls-client-certificate</td><td>who shows no certificate is cut off after the handshake</td></tr>
 * <tr><td>tls-weak-key</td><td>the certificate has an RSA key of 1024 bits</td></tr>
 * <tr><td>tls-weak-signature</td><td>it is signed over SHA-1</td></tr>
 * <tr><td>tls-wrong-purpose</td><td>it is for clients alone</td></tr>
 * <tr><td>tls-expired</td><td>the server's certificate ended 30 days ago</td></tr>
 * <tr><td>tls-hostname-mismatch</td><td>it is for {@code mcp.practice.invalid}</td></tr>
 * <tr><td>tls-untrusted-ca</td><td>it is signed by another authority than the pair's</td></tr>
 * <tr><td>tls-plain-http</td><td>the metadata names the tenant a second time, over {@code http}; clients use the
 * first</td></tr>
 * <tr><td>transport-redirect-drops-auth</td><td>{@code /mcp} answers 307 to {@code /mcp/}, which works</td></tr>
 * <tr><td>transport-cross-host-redirect</td><td>{@code /mcp} answers 308 to {@code https://www.practice.invalid/mcp}</td></tr>
 * <tr><td>transport-downgrade-redirect</td><td>{@code /mcp} answers 307 to {@code /mcp/} over {@code http}</td></tr>
 * <tr><td>transport-host-rejected</td><td>every call of {@code /mcp} is answered 421, {@code Invalid Host header}</td></tr>
 * <tr><td>transport-legacy-sse-only</td><td>POST is 405; GET with a token streams {@code event: endpoint}</td></tr>
 * <tr><td>transport-accept-406</td><td>406 unless {@code Accept} begins with {@code application/json}</td></tr>
 * <tr><td>transport-version-rejected</td><td>with a token, every message is 400: only 2024-11-05 is supported</td></tr>
 * <tr><td>transport-legacy-only</td><td>the modern era is refused as an unknown version, and {@code initialize} agrees on 2025-06-18</td></tr>
 * <tr><td>transport-modern-only</td><td>{@code initialize} is 400 with -32022</td></tr>
 * <tr><td>transport-content-type-wrong</td><td>JSON goes out as {@code text/plain}</td></tr>
 * <tr><td>transport-answer-mismatch</td><td>every answer has the id 1</td></tr>
 * <tr><td>transport-sse-buffered</td><td>the events of a stream come 3.5 seconds after its headers</td></tr>
 * <tr><td>transport-notification-not-202</td><td>notifications are answered 200</td></tr>
 * <tr><td>transport-get-hangs-or-500</td><td>GET with a token is 500 instead of 405</td></tr>
 * <tr><td>transport-header-mismatch-accepted</td><td>{@code Mcp-Method} is not compared with the message</td></tr>
 * <tr><td>transport-origin-too-strict</td><td>the published server lets no pages of Claude and ChatGPT in</td></tr>
 * <tr><td>transport-html-answer</td><td>{@code /mcp} answers everything with 200 and a web page</td></tr>
 * <tr><td>transport-endpoint-not-found</td><td>{@code /mcp} answers 404; the server is at {@code /mcp/}</td></tr>
 * <tr><td>transport-origin-not-validated</td><td>any {@code Origin} is served</td></tr>
 * <tr><td>challenge-missing-401</td><td>without a token 403, with the usual challenge; a bad token still gets
 * 401</td></tr>
 * <tr><td>challenge-header-renamed</td><td>the challenge goes out as {@code x-amzn-Remapped-WWW-Authenticate}</td></tr>
 * <tr><td>challenge-header-stripped</td><td>the challenge is {@code Basic realm="Restricted"}</td></tr>
 * <tr><td>challenge-relative-or-bad-url</td><td>challenges point to the metadata's path alone</td></tr>
 * <tr><td>challenge-off-origin-pointer</td><td>they point to it at 127.0.0.1</td></tr>
 * <tr><td>challenge-scope-absent</td><td>they name no scope; the metadata does</td></tr>
 * <tr><td>challenge-offline-access-scope</td><td>they ask for {@code offline_access} as well</td></tr>
 * <tr><td>challenge-no-resource-metadata</td><td>challenges carry no {@code resource_metadata}</td></tr>
 * <tr><td>challenge-pointer-dead</td><td>challenges point to {@code …/gone}, which is 404; the well-known addresses
 * work</td></tr>
 * <tr><td>prm-not-found</td><td>both well-known addresses, and with them the pointer, are 404</td></tr>
 * <tr><td>prm-behind-auth</td><td>the metadata is 401 with a challenge</td></tr>
 * <tr><td>prm-path-variant-missing</td><td>the metadata is at the root address alone, and challenges point there</td></tr>
 * <tr><td>prm-resource-bare-origin</td><td>the server is all of its host: address and {@code resource} have no path</td></tr>
 * <tr><td>prm-as-is-mcp-host</td><td>{@code authorization_servers} names the server itself</td></tr>
 * <tr><td>prm-first-as-broken</td><td>it names a retired address of the tenant before the good one</td></tr>
 * <tr><td>prm-bearer-methods</td><td>{@code bearer_methods_supported} is {@code ["query"]}</td></tr>
 * <tr><td>prm-scope-unknown</td><td>{@code scopes_supported} has {@code mcp:admin} too, which the API does not</td></tr>
 * <tr><td>prm-resource-mismatch</td><td>{@code resource} is {@code https://mcp.internal/mcp}</td></tr>
 * <tr><td>prm-authorization-servers-empty</td><td>{@code authorization_servers} is {@code []}</td></tr>
 * <tr><td>prm-not-json</td><td>the metadata is 200 {@code text/plain}, no JSON</td></tr>
 * <tr><td>prm-scopes-missing</td><td>neither {@code scopes_supported} nor {@code scope} in challenges</td></tr>
 * <tr><td>as-issuer-trailing-slash</td><td>{@code authorization_servers} names the issuer without its slash</td></tr>
 * <tr><td>authz-oidc-scope-third-party</td><td>metadata and challenges also ask for {@code openid profile}</td></tr>
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
 * <tr><td>session-lost-across-replicas</td><td>connections are led to two replicas in turn, and each knows its own sessions
 * alone</td></tr>
 * <tr><td>session-missing-id-accepted</td><td>calls without a session id are served</td></tr>
 * <tr><td>session-delete-unsupported</td><td>DELETE is 405</td></tr>
 * <tr><td>rs-auth-only-on-initialize</td><td>a session's id without a token is let in</td></tr>
 * <tr><td>cors-wellknown-missing</td><td>{@code /mcp} answers preflights and carries CORS headers, the well-known
 * addresses do not</td></tr>
 * <tr><td>cors-preflight-401</td><td>with CORS elsewhere, a preflight is asked for a token</td></tr>
 * <tr><td>cors-allow-headers</td><td>a preflight allows {@code Content-Type} and {@code Accept} alone</td></tr>
 * <tr><td>cors-expose-headers</td><td>no header is exposed</td></tr>
 * <tr><td>cors-methods</td><td>a preflight does not allow DELETE</td></tr>
 * <tr><td>cors-wildcard-credentials</td><td>any origin is sent back as allowed, with credentials</td></tr>
 * </table>
 *
 * <table>
 * <caption>What the faults of the tenant do to the healthy one; those marked as settings are healed by the step that sets
 * them, and those of tokens touch only tokens for the practice server</caption>
 * <tr><th>Fault</th><th>Instead of the usual</th></tr>
 * <tr><td>tls-as-domain</td><td>people sign in at a custom domain whose certificate is for
 * {@code edge.practice.invalid}</td></tr>
 * <tr><td>as-metadata-not-found</td><td>both well-known documents are 404</td></tr>
 * <tr><td>as-pkce-not-advertised</td><td>{@code code_challenge_methods_supported} is left out</td></tr>
 * <tr><td>as-no-registration-path</td><td>{@code registration_endpoint} is left out; registering still
 * works</td></tr>
 * <tr><td>as-jwks-unreachable</td><td>the keys' address answers 503; the practice server has the keys all the
 * same</td></tr>
 * <tr><td>as-iss-not-advertised</td><td>setting: the issuer is not in responses, and not announced</td></tr>
 * <tr><td>as-5xx-aborts</td><td>the first well-known document is 503; the other one works</td></tr>
 * <tr><td>as-metadata-incomplete</td><td>{@code token_endpoint} is left out; it works all the same</td></tr>
 * <tr><td>as-issuer-foreign</td><td>{@code issuer} is {@code https://accounts.practice.example/}</td></tr>
 * <tr><td>as-issuer-custom-domain</td><td>setting: there is a custom domain, and {@code iss} of tokens is that one</td></tr>
 * <tr><td>as-endpoint-insecure</td><td>{@code revocation_endpoint} is an http address</td></tr>
 * <tr><td>as-endpoint-other-host</td><td>{@code jwks_uri} is at 127.0.0.1</td></tr>
 * <tr><td>as-offline-access-not-listed</td><td>{@code scopes_supported} lacks {@code offline_access}</td></tr>
 * <tr><td>as-cimd-without-none</td><td>setting: client documents are announced and Claude's is imported</td></tr>
 * <tr><td>reg-dcr-disabled</td><td>setting: registration is closed; the endpoint stays advertised</td></tr>
 * <tr><td>reg-dcr-quota</td><td>ten applications, the free plan's limit, are there already</td></tr>
 * <tr><td>reg-dcr-auth-method-rejected</td><td>only {@code none} can be registered</td></tr>
 * <tr><td>reg-dcr-redirect-rejected</td><td>only callbacks at 127.0.0.1 can be registered</td></tr>
 * <tr><td>reg-dcr-client-name-rejected</td><td>names with parentheses cannot be registered</td></tr>
 * <tr><td>reg-application-type-conflict</td><td>callbacks must fit the {@code application_type}, which is {@code web} where it is missing</td></tr>
 * <tr><td>reg-dcr-response-bad-fields</td><td>the answer has {@code logo_uri} and others as empty strings</td></tr>
 * <tr><td>reg-dcr-scope-mismatch</td><td>authorization requests get {@code invalid_scope}</td></tr>
 * <tr><td>reg-open-dcr-exposed</td><td>setting: the default grant has a scope that the server never asks for</td></tr>
 * <tr><td>reg-stale-client</td><td>clients are forgotten as soon as they are registered</td></tr>
 * <tr><td>reg-static-auth-method</td><td>setting: an application with Claude's callback takes its secret only in the header</td></tr>
 * <tr><td>reg-cimd-not-imported</td><td>setting: client documents are announced, with {@code none}, and none is imported</td></tr>
 * <tr><td>reg-cimd-invalid</td><td>the same, and every document names another {@code client_id}</td></tr>
 * <tr><td>reg-cimd-loopback-port</td><td>the same, and Claude Code's document is imported, with its callbacks without a port</td></tr>
 * <tr><td>authz-resource-unknown</td><td>setting: API and grant are for the server's address with a slash at its
 * end</td></tr>
 * <tr><td>authz-client-no-grant</td><td>setting: there is no default grant for third-party clients</td></tr>
 * <tr><td>authz-resource-ignored</td><td>setting: the resource profile is {@code audience}</td></tr>
 * <tr><td>authz-no-connection</td><td>setting: no connection is promoted</td></tr>
 * <tr><td>authz-iss-mismatch</td><td>{@code iss} of the authorization response lacks its slash</td></tr>
 * <tr><td>authz-denied</td><td>after the login the tenant says {@code access_denied}</td></tr>
 * <tr><td>authz-rules-active</td><td>setting: a rule is active</td></tr>
 * <tr><td>authz-org-blocked</td><td>authorization requests are refused for their organization</td></tr>
 * <tr><td>authz-params-rejected</td><td>they are refused for {@code resource}</td></tr>
 * <tr><td>authz-userinfo-audience</td><td>{@code resource} is lost on the way</td></tr>
 * <tr><td>authz-audience-wins</td><td>setting: there is a default audience, and it counts before {@code resource}</td></tr>
 * <tr><td>authz-callback-mismatch</td><td>callbacks are kept with a slash at their end</td></tr>
 * <tr><td>authz-localhost-vs-127</td><td>callbacks are kept with {@code localhost} for 127.0.0.1</td></tr>
 * <tr><td>authz-loopback-port</td><td>setting: an application has loopback callbacks without a port</td></tr>
 * <tr><td>authz-error-not-redirected</td><td>setting: clients are registered without the enhanced controls; errors stay on a page all the same</td></tr>
 * <tr><td>authz-loopback-confirmation</td><td>setting: the confirmation prompt is set to be shown</td></tr>
 * <tr><td>authz-consent-redirect-307</td><td>the consent form is answered with 307</td></tr>
 * <tr><td>authz-state-altered</td><td>{@code state} comes back in lower case</td></tr>
 * <tr><td>authz-iss-missing</td><td>the issuer is announced and not in responses</td></tr>
 * <tr><td>authz-scope-not-granted</td><td>setting: the API enforces roles and nobody has one</td></tr>
 * <tr><td>token-opaque</td><td>the token is sealed, as without an audience</td></tr>
 * <tr><td>token-aud-wrong</td><td>{@code aud} is the server's address with a slash at its end</td></tr>
 * <tr><td>token-iss-wrong</td><td>{@code iss} is {@code https://login.practice.example/}</td></tr>
 * <tr><td>token-no-refresh</td><td>setting: the API allows no offline access</td></tr>
 * <tr><td>token-signature-unverifiable</td><td>signed with a key that nobody publishes</td></tr>
 * <tr><td>token-hs256</td><td>setting: the API signs with HS256</td></tr>
 * <tr><td>token-endpoint-error</td><td>the token endpoint answers 500 to people</td></tr>
 * <tr><td>token-endpoint-not-form</td><td>it answers 415 to them</td></tr>
 * <tr><td>token-client-auth-mismatch</td><td>it answers them 401 {@code invalid_client}</td></tr>
 * <tr><td>token-type-not-bearer</td><td>{@code token_type} is {@code N_A}</td></tr>
 * <tr><td>token-cacheable</td><td>its answers may be stored</td></tr>
 * <tr><td>token-lifetime-odd</td><td>setting: tokens last 30 days</td></tr>
 * <tr><td>token-scope-missing</td><td>tokens lack {@code scope}</td></tr>
 * <tr><td>token-typ-not-at-jwt</td><td>setting: the API's dialect is Auth0's own</td></tr>
 * <tr><td>token-refresh-error-shape</td><td>unknown refresh tokens get {@code invalid_request}</td></tr>
 * <tr><td>token-refresh-rotation-reuse</td><td>refresh tokens of new clients do not rotate</td></tr>
 * <tr><td>rs-token-passthrough</td><td>{@code aud} names {@code https://orders.practice.example/} as well</td></tr>
 * </table>
 */
@NullMarked
package mcpauth0.demo;

import org.jspecify.annotations.NullMarked;
