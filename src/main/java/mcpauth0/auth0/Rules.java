package mcpauth0.auth0;

import mcpauth0.setup.Setup;

/** Which rules clients get that register themselves, as far as the tenant tells; see the third-party rules of 2026. */
enum Rules {
    /** Their ids begin with {@code tpc_}; they need a grant. */
    STRICT,
    /** Those from before, with ordinary ids; they need a grant only where the API says so. */
    PERMISSIVE,
    /** An old tenant that says nothing keeps what it had; whether it had any is not to be seen. */
    UNTOLD;

    /** Once the set-up is applied. */
    static Rules of(Setup setup, Snapshot.Settings settings) {
        var mode = settings.registrationMode();
        if (mode == null)
            return UNTOLD;
        var kept = setup.registration().permissive() || !setup.dynamicRegistration();
        return kept && mode.equals("permissive") ? PERMISSIVE : STRICT;
    }

    /** The last part of text keys. */
    String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
