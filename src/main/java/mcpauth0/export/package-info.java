/**
 * What leaves the program as text: configuration for the server, the tenant as code, reports. One class per format, or
 * one template where a language needs nothing but its quotes, pure: facts in, text out; every secret is a named
 * placeholder. What the tenant gets comes from the steps themselves, see {@link mcpauth0.auth0.Blueprint}. Looks at
 * {@code diagnose}, {@code auth0}, {@code plan}, {@code http}, {@code setup} and {@code text}.
 */
@NullMarked
package mcpauth0.export;

import org.jspecify.annotations.NullMarked;
