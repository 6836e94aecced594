package mcpauth0.ui;

import java.nio.file.Path;
import java.time.Clock;
import mcpauth0.access.NamedConnections;
import mcpauth0.http.Network;
import mcpauth0.oauth.UserAgent;
import mcpauth0.text.Texts;

/**
 * What pages and models are given from outside.
 *
 * @param network as this machine has it, without what the operator trusts besides
 * @param state folder for the set-up, the journals and the settings; exists
 * @param browser opens https addresses, and loopback ones; may block, so call it through {@code work}
 * @param files asks for files to open and to save
 * @param preferences how the window looks
 * @param connections tenants that the operator comes back to
 */
public record Services(Network network, Path state, Practice practice, Work work, Texts texts, UserAgent browser,
        FileChoice files, Preferences preferences, NamedConnections connections, Clock clock) {
}
