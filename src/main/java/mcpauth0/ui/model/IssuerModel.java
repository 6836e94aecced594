package mcpauth0.ui.model;

import java.util.List;
import java.util.concurrent.Future;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mcpauth0.auth0.CustomDomains;
import mcpauth0.auth0.Tenant;
import mcpauth0.http.Failure;
import mcpauth0.oauth.Discovery;
import mcpauth0.setup.Likeness;
import mcpauth0.setup.Parsed;
import mcpauth0.setup.Setup;
import mcpauth0.setup.TenantDomain;
import mcpauth0.ui.Work;
import org.jspecify.annotations.Nullable;

/** The domain that people sign in on, and with it the issuer that the server must expect. */
public final class IssuerModel {

    /** What that domain says about itself. Nothing of it keeps the operator from going on. */
    public sealed interface Look {

        record NotYet() implements Look {
        }

        record Busy() implements Look {
        }

        /** It calls itself exactly so. */
        record Same(String issuer) implements Look {
        }

        /** It calls itself otherwise. */
        record Other(String issuer, String named, int differsAt) implements Look {
        }

        /** It says nothing that could be compared. */
        record Unknown(String issuer, Trouble why) implements Look {
        }
    }

    private final Session session;
    private final Work work;
    private final ReadOnlyObjectWrapper<Look> look = new ReadOnlyObjectWrapper<>(new Look.NotYet());
    private final ReadOnlyObjectWrapper<List<TenantDomain>> offered = new ReadOnlyObjectWrapper<>(List.of());
    private @Nullable Future<?> underWay;

    public IssuerModel(Session session, Work work) {
        this.session = session;
        this.work = work;
        session.setupProperty().map(Setup::issuer).subscribe((_, _) -> cancel());
        session.tenantProperty().subscribe(this::offer);
    }

    public ReadOnlyObjectProperty<Look> lookProperty() {
        return look.getReadOnlyProperty();
    }

    /** The tenant's custom domains that are ready; none where it is not open, or its key may not look. */
    public ReadOnlyObjectProperty<List<TenantDomain>> offeredProperty() {
        return offered.getReadOnlyProperty();
    }

    private void offer(@Nullable Tenant tenant) {
        offered.set(List.of());
        if (tenant != null) {
            var _ = work.start(() -> CustomDomains.ready(tenant), found -> {
                if (tenant.equals(session.tenant()))
                    offered.set(found);
            }, _ -> {
                // It is a convenience: the domain can be typed.
            });
        }
    }

    /**
     * Takes the domain into the set-up.
     *
     * @param typed null where people sign in on the tenant's own domain
     * @return null when it is good
     */
    public @Nullable Trouble enter(@Nullable String typed) {
        var trouble = typed == null ? null : problem(typed);
        if (trouble == null)
            set(typed == null ? null : TenantDomain.parse(typed).orThrow());
        return trouble;
    }

    private static @Nullable Trouble problem(String typed) {
        return switch (TenantDomain.parse(typed)) {
            case Parsed.Bad<TenantDomain>(var id, _) when id.equals("tenant-empty") ->
                new Trouble("input.login-domain-empty", List.of(), null);
            case Parsed.Bad<TenantDomain> bad -> Trouble.of(bad);
            case Parsed.Good<TenantDomain>(var domain) when domain.custom() || domain.loopback() -> null;
            case Parsed.Good<TenantDomain>(var domain) ->
                new Trouble("input.login-domain-canonical", List.of(domain.value()), null);
        };
    }

    private void set(@Nullable TenantDomain domain) {
        var now = session.setup();
        var login = domain == null || domain.equals(now.tenant()) ? null : domain;
        if (!java.util.Objects.equals(login, now.loginDomain()))
            session.setupProperty().set(now.withLoginDomain(login));
    }

    /** Whether the domain was asked and what it said, good or bad, is known. */
    public boolean settled() {
        return !(look.get() instanceof Look.NotYet || look.get() instanceof Look.Busy);
    }

    /** Asks the domain for its metadata, without any credential. */
    public void check() {
        cancel();
        var issuer = session.setup().issuer();
        if (issuer == null)
            return;
        look.set(new Look.Busy());
        underWay = work.start(() -> {
            try (var http = session.reach().forServer()) {
                return new Discovery(http).server(issuer);
            }
        }, found -> look.set(judged(found)), thrown -> look.set(new Look.Unknown(issuer, Trouble.of(thrown))));
    }

    private static Look judged(Discovery.Server found) {
        var issuer = found.issuer();
        var picked = found.picked();
        var document = picked == null ? null : picked.document();
        var named = document == null ? null : document.issuer();
        if (named != null)
            return named.equals(issuer)
                    ? new Look.Same(issuer)
                    : new Look.Other(issuer, named, Likeness.firstDifference(issuer, named));
        return new Look.Unknown(issuer, found.all().stream().map(fetched -> fetched.exchange())
                .filter(exchange -> exchange.failure() != null).findFirst()
                .map(exchange -> Trouble.of(java.util.Objects.requireNonNull(exchange.failure()), exchange))
                .orElseGet(() -> Trouble.of(new Failure.Malformed("metadata", ""), null)));
    }

    /** Ends the question that is under way, and forgets what was answered. */
    public void cancel() {
        var future = underWay;
        underWay = null;
        if (future != null)
            future.cancel(true);
        look.set(new Look.NotYet());
    }
}
