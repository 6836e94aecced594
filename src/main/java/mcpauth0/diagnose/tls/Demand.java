package mcpauth0.diagnose.tls;

import mcpauth0.http.Exchange;

/**
 * Whether the server lets in only who shows a certificate.
 *
 * @param first the first call, which showed none
 * @param asked whether it was turned away and the server had asked for one
 */
public record Demand(Exchange first, boolean asked) {
}
