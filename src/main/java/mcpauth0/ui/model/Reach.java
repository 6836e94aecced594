package mcpauth0.ui.model;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import mcpauth0.http.Exchanges;
import mcpauth0.http.Http;
import mcpauth0.http.Network;
import mcpauth0.http.Proxies;
import mcpauth0.http.Trust;
import org.jspecify.annotations.Nullable;

/** How the server and the tenant are reached: whom the operator trusts for each, and what the proxy is told. */
public final class Reach {

    private final Network network;
    private final ObjectProperty<Proxies.@Nullable Login> proxyLogin = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable Path> serverAuthority = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Path> tenantAuthority = new ReadOnlyObjectWrapper<>();
    private List<X509Certificate> trustedForServer = List.of();
    private List<X509Certificate> trustedForTenant = List.of();
    private boolean nobodyElse;

    Reach(Network network) {
        this.network = network;
        proxyLogin.set(network.proxies().login());
    }

    /** Trusts the authorities of a PEM file for the server and its issuer; null for none. */
    public void trustForServer(@Nullable Path pem) throws IOException {
        trustedForServer = pem == null ? List.of() : Trust.read(pem);
        serverAuthority.set(pem);
    }

    /** Trusts the authorities of a PEM file for the tenant, which receives credentials; null for none. */
    public void trustForTenant(@Nullable Path pem) throws IOException {
        trustedForTenant = pem == null ? List.of() : Trust.read(pem);
        tenantAuthority.set(pem);
    }

    public ReadOnlyObjectProperty<@Nullable Path> serverAuthorityProperty() {
        return serverAuthority.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Path> tenantAuthorityProperty() {
        return tenantAuthority.getReadOnlyProperty();
    }

    /** For practice: these authorities, and none of those that are trusted otherwise. */
    void trustOnly(List<X509Certificate> anchors) {
        trustedForServer = anchors;
        trustedForTenant = anchors;
        nobodyElse = true;
    }

    /** Nobody is trusted but those whom Java and the system trust. */
    void forget() {
        nobodyElse = false;
        trustedForServer = List.of();
        trustedForTenant = List.of();
        serverAuthority.set(null);
        tenantAuthority.set(null);
    }

    /** For the MCP server and its issuer, with a record of its own. */
    public Http forServer() {
        return http(trustedForServer);
    }

    /** For the tenant's Management API, with a record of its own. */
    public Http forTenant() {
        return http(trustedForTenant);
    }

    /** The surroundings of every request, with what the operator told the proxy. */
    public Network network() {
        return network.withProxies(network.proxies().withLogin(proxyLogin.get()));
    }

    /** What the proxy is told when it asks who is there; kept in memory alone. */
    public ObjectProperty<Proxies.@Nullable Login> proxyLoginProperty() {
        return proxyLogin;
    }

    private Http http(List<X509Certificate> anchors) {
        var trust = nobodyElse
                ? Trust.only(anchors)
                : anchors.isEmpty() ? network.trust() : network.trust().plus(anchors);
        return new Http(network().withTrust(trust), new Exchanges());
    }
}
