/**
 * Who visits the authorization server's pages in a login: the person's browser, or a stand-in that follows redirects
 * alone or fills in the pages of the practice tenant. Stand-ins go to loopback and send no token.
 */
@NullMarked
package mcpauth0.oauth.agent;

import org.jspecify.annotations.NullMarked;
