package mcpauth0.demo;

import java.time.Duration;

/**
 * What a tenant's subscription allows.
 *
 * @param applications that may exist, as {@code apis}, {@code grants}, {@code connections} and {@code socialConnections}
 * @param perSecond Management API requests
 * @param registrationsPerSecond requests to the registration endpoint, whether they succeed or not
 * @param logs how long the log remembers
 */
record Plan(int applications, int apis, int grants, int connections, int socialConnections, int perSecond,
        int registrationsPerSecond, Duration logs) {

    /** Auth0's free plan. */
    static final Plan FREE = new Plan(10, 10, 100, 100, 2, 2, 5, Duration.ofDays(1));

    /** One that nobody who practises comes to the end of. */
    static final Plan LARGE = new Plan(100, 1000, 1000, 1000, 1000, 1000, 1000, Duration.ofDays(30));

    /** With as many applications as the free plan, and else as it is. */
    Plan crowded() {
        return new Plan(FREE.applications, apis, grants, connections, socialConnections, perSecond,
                registrationsPerSecond, logs);
    }
}
