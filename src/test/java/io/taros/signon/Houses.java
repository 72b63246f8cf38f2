package io.taros.signon;

import static io.taros.account.ProvidersTest.DNS;
import static io.taros.account.ProvidersTest.PROVIDERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.account.Providers;
import io.taros.organization.Tenants;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Organizations with domains and providers of their own, made through the real entry points. */
@Component
class Houses {
    private final Domains domains;
    private final VerifyDomain verify;
    private final SetProvider set;
    private final io.taros.signon.Providers providers;
    private final UseProvider use;
    private final AutoJoin autoJoin;
    private final JdbcClient jdbc;

    Houses(
            Domains domains,
            VerifyDomain verify,
            SetProvider set,
            io.taros.signon.Providers providers,
            UseProvider use,
            AutoJoin autoJoin,
            JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.domains = domains;
        this.verify = verify;
        this.set = set;
        this.providers = providers;
        this.use = use;
        this.autoJoin = autoJoin;
    }

    /** Adds it where it is not there yet, and shows its record. */
    Domain prove(Tenants.Tenant tenant, String name) {
        return Tenancy.callAs(
                tenant.organization(),
                () -> {
                    if (find(name).isEmpty()) {
                        domains.add(name);
                    }
                    var domain = find(name).orElseThrow();
                    DNS.set(name, "v=spf1 -all", domain.record());
                    verify.verify(domain);
                    assertThat(domains.isVerified(name)).isTrue();
                    return find(name).orElseThrow();
                });
    }

    Domain get(OrganizationId organization, String name) {
        return Tenancy.callAs(organization, () -> find(name).orElseThrow());
    }

    void look(OrganizationId organization, String name) {
        Tenancy.runAs(organization, () -> verify.verify(find(name).orElseThrow()));
    }

    /** One of the real server's issuers, tried and switched on. */
    void provide(Tenants.Tenant tenant, String issuer) {
        Tenancy.runAs(
                tenant.organization(),
                () -> {
                    set.set(PROVIDERS.url() + "/" + issuer, Providers.CLIENT, Providers.SECRET);
                    providers.noteTrial(null);
                    use.use(Provider.Rule.OFFERED);
                });
    }

    /** To the texts, which everybody is led to first otherwise. */
    void everybodyAgreed() {
        jdbc.sql(
                        """
                        insert into consent (id, account_id, kind, is_given, version, language, source, at)
                        select gen_random_uuid(), id, 'TERMS', true, '2026-11', 'en', 'test', now() from account
                        """)
                .update();
    }

    /** Another secret for the same client. */
    void rotate(Tenants.Tenant tenant, String secret) {
        Tenancy.runAs(tenant.organization(), () -> providers.replaceSecret(secret));
    }

    /** Whatever else there is to say against it. */
    void require(Tenants.Tenant tenant) {
        Tenancy.runAs(tenant.organization(), () -> providers.use(Provider.Rule.REQUIRED));
    }

    void remove(Tenants.Tenant tenant) {
        Tenancy.runAs(tenant.organization(), providers::remove);
    }

    void join(Tenants.Tenant tenant, Role role) {
        Tenancy.runAs(tenant.organization(), () -> autoJoin.set(Optional.of(role)));
    }

    private Optional<Domain> find(String name) {
        return domains.list().stream().filter(domain -> domain.name().equals(name)).findFirst();
    }
}
