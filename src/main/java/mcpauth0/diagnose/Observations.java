package mcpauth0.diagnose;

/** What the probes of one run saw. */
public final class Observations {
}
