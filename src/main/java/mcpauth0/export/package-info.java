/**
 * What leaves the program as text: configuration for the server, the tenant as code, and in {@code report}
 * the report of a check. One class per format, pure: facts in, text out; every secret is a named placeholder. Whole programs stand as templates beside the resources, as
 * they would in an editor, and share one class: a value enters through {@code Literal}, a comment through {@code Remark},
 * so that neither can become code. What a tenant gets comes from the steps themselves, see
 * {@link mcpauth0.auth0.Blueprint}. Looks at {@code diagnose}, {@code auth0}, {@code plan}, {@code http}, {@code setup}
 * and {@code text}.
 */
@NullMarked
package mcpauth0.export;

import org.jspecify.annotations.NullMarked;
