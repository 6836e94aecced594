/**
 * Whether the server looks closely at tokens: genuine ones must pass, forged and misdirected ones must not.
 *
 * <p>{@code Trying} sends each kind of bad token between two good calls; a refusal without these says nothing. What we sign
 * ourselves tells of a server that checks signatures no more than that; times and audiences need tokens that the issuer
 * signed, and where there are none the verdict says so. Tokens elsewhere than in the header are worthless, or run out within
 * minutes.
 */
@NullMarked
package mcpauth0.diagnose.validation;

import org.jspecify.annotations.NullMarked;
