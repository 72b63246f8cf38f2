package io.taros.signon;

import io.taros.account.SignInProviders;
import io.taros.platform.audit.Audit;
import io.taros.platform.crypto.OrganizationKeys;
import io.taros.platform.identity.IdentityProvider;
import io.taros.platform.identity.IdentityProvider.Client;
import io.taros.platform.identity.IdentityProvider.Dialect;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.NotFound;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The bound organization's provider. */
@Repository
@Transactional
class Providers {
    private final JdbcClient jdbc;
    private final OrganizationKeys keys;
    private final InstantSource clock;
    private final Audit audit;

    Providers(JdbcClient jdbc, OrganizationKeys keys, InstantSource clock, Audit audit) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.clock = clock;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public Optional<Provider> find() {
        return jdbc.sql(
                        """
                        select issuer, client_id, sealed_secret, rule, tried_at, trial_error from organization_provider
                        where organization_id = :organization
                        """)
                .param("organization", Tenancy.organization())
                .query(Provider.class)
                .optional();
    }

    /**
     * As it is asked; named by the organization, so that no other's answer is taken for its own.
     */
    IdentityProvider known(Provider provider) {
        return known(
                provider.issuer(),
                provider.clientId(),
                keys.decryptText(provider.sealedSecret(), context()));
    }

    static IdentityProvider known(String issuer, String clientId, String secret) {
        var key = Tenancy.organization().toString();
        var address = URI.create(issuer);
        return new IdentityProvider(
                key,
                Dialect.DOMAIN,
                address,
                address,
                new Client(clientId, secret),
                SignInProviders.answerPath(key));
    }

    /** Another provider, or another client of it: who its people are is asked anew. */
    void set(String issuer, String clientId, String secret) {
        var before = find();
        jdbc.sql(
                        """
                        insert into organization_provider (organization_id, issuer, client_id, sealed_secret, changed_at)
                        values (:organization, :issuer, :client, :secret, :now)
                        on conflict (organization_id) do update set issuer = excluded.issuer,
                            client_id = excluded.client_id, sealed_secret = excluded.sealed_secret, rule = 'OFF',
                            tried_at = null, trial_error = null, changed_at = excluded.changed_at
                        """)
                .param("organization", Tenancy.organization())
                .param("issuer", issuer)
                .param("client", clientId)
                .param("secret", keys.encryptText(secret, context()))
                .param("now", clock.instant())
                .update();
        forgetPeople();
        audit.record(SignOnAction.PROVIDER_SET, null, Map.of("issuer", issuer));
        before.filter(Provider::isOn).ifPresent(old -> auditRule(old.rule(), Provider.Rule.OFF));
    }

    /** The same client with another secret stays in use: the old one may be void already. */
    void replaceSecret(String secret) {
        jdbc.sql(
                        """
                        update organization_provider set sealed_secret = :secret, tried_at = null, trial_error = null,
                            changed_at = :now
                        where organization_id = :organization
                        """)
                .param("secret", keys.encryptText(secret, context()))
                .param("now", clock.instant())
                .param("organization", Tenancy.organization())
                .update();
        audit.record(SignOnAction.SECRET_REPLACED);
    }

    void noteTrial(@Nullable String error) {
        jdbc.sql(
                        """
                        update organization_provider set tried_at = :now, trial_error = :error
                        where organization_id = :organization
                        """)
                .param("now", clock.instant())
                .param("error", error)
                .param("organization", Tenancy.organization())
                .update();
        audit.record(
                SignOnAction.PROVIDER_TRIED,
                null,
                Map.of("result", error == null ? "works" : error));
    }

    void use(Provider.Rule rule) {
        var before = find().orElseThrow(NotFound::new);
        if (before.rule() == rule) {
            return;
        }
        jdbc.sql("update organization_provider set rule = :rule where organization_id = :id")
                .param("rule", rule)
                .param("id", Tenancy.organization())
                .update();
        auditRule(before.rule(), rule);
    }

    void remove() {
        forgetPeople();
        var removed =
                jdbc.sql("delete from organization_provider where organization_id = :id")
                        .param("id", Tenancy.organization())
                        .update();
        if (removed > 0) {
            audit.record(SignOnAction.PROVIDER_REMOVED);
        }
    }

    private void forgetPeople() {
        jdbc.sql("delete from organization_identity where organization_id = :id")
                .param("id", Tenancy.organization())
                .update();
    }

    private void auditRule(Provider.Rule before, Provider.Rule after) {
        audit.record(SignOnAction.USE_CHANGED, null, Map.of("rule", before + " → " + after));
    }

    private static String context() {
        return "organization_provider.sealed_secret:" + Tenancy.organization();
    }
}
