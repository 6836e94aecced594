package mcpauth0.diagnose;

import mcpauth0.diagnose.network.Addresses;
import mcpauth0.diagnose.tls.Handshake;

/** What the probes of one run saw. Every probe runs once; what was not seen says why. */
public record Observations(Scene scene, Sighting<Addresses> addresses, Sighting<Handshake> handshake) {
}
