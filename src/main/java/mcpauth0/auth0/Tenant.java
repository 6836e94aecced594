package mcpauth0.auth0;

import mcpauth0.setup.TenantDomain;

/** A tenant that the operator has let the program into. */
public final class Tenant {

    private final TenantDomain domain;

    Tenant(TenantDomain domain) {
        this.domain = domain;
    }

    public TenantDomain domain() {
        return domain;
    }
}
