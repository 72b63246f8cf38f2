package io.taros.platform.crypto;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes, opens and destroys the keys of the bound organization, each sealed by the master key. */
@Component
class OrganizationKeyring {
    /** After this no node works with keys as they were before. */
    static final Duration OPEN_AT_MOST = Duration.ofMinutes(10);

    private record Stored(byte[] sealedKeyset, byte @Nullable [] sealedIndex) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;
    private final MasterKey master;
    private final InstantSource clock;
    private final Cache<OrganizationId, OpenKeys> opened =
            Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(OPEN_AT_MOST).build();

    OrganizationKeyring(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            MasterKey master,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.master = master;
        this.clock = clock;
        // Apart from the caller's: a key in use must not vanish because the caller rolls back.
        ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    OpenKeys keys() {
        return opened.get(Tenancy.organization(), id -> ownTransaction.execute(status -> read(id)));
    }

    /** As they are now, wherever they were changed. */
    OpenKeys keysAnew() {
        forgetBound();
        return keys();
    }

    void destroy() {
        ownTransaction.executeWithoutResult(status ->
                jdbc.sql("delete from organization_key where organization_id = :organization")
                        .param("organization", Tenancy.organization())
                        .update());
        opened.invalidate(Tenancy.organization());
    }

    void forget() {
        opened.invalidateAll();
    }

    void forgetBound() {
        opened.invalidate(Tenancy.organization());
    }

    /**
     * Makes newer keys that close from now on.
     *
     * @return false while older ones are not gone yet
     */
    boolean renew() {
        var renewed =
                changed(
                        "retiring_since is null",
                        Keysets::renewed,
                        "version = version + 1, renewed_at = :now, retiring_since = :now, resealing = null");
        if (renewed) {
            opened.invalidate(Tenancy.organization());
        }
        return renewed;
    }

    /** What older keys closed opens no more; so nothing may be left of it. */
    boolean retire() {
        var retired =
                changed(
                        "retiring_since is not null",
                        Keysets::alone,
                        "retiring_since = null, resealing = null, is_indexed = true");
        opened.invalidate(Tenancy.organization());
        return retired;
    }

    private boolean changed(String condition, UnaryOperator<KeysetHandle> change, String columns) {
        var organization = Tenancy.organization();
        // There is one to change.
        keysAnew();
        return ownTransaction.execute(status -> {
            var stored =
                    jdbc.sql(
                                    "select sealed_keyset, sealed_index from organization_key where "
                                            + condition
                                            + " for update")
                            .query(Stored.class)
                            .optional();
            return stored.isPresent()
                    && jdbc.sql(
                                            "update organization_key set sealed_keyset = :keyset, sealed_index = :index, "
                                                    + columns
                                                    + " where organization_id = :organization")
                                    .param("keyset", change(stored.get().sealedKeyset(), change))
                                    .param("index", change(index(stored.get()), change))
                                    .param("now", clock.instant())
                                    .param("organization", organization)
                                    .update()
                            > 0;
        });
    }

    private byte[] change(byte[] sealed, UnaryOperator<KeysetHandle> change) {
        var owner = Tenancy.organization().toString();
        return master.close(change.apply(master.open(sealed, owner)), owner);
    }

    private OpenKeys read(OrganizationId organization) {
        var stored = find().orElseGet(() -> create(organization));
        try {
            return new OpenKeys(
                    master.open(stored.sealedKeyset(), organization.toString()),
                    master.open(index(stored), organization.toString()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Stored> find() {
        return jdbc.sql("select sealed_keyset, sealed_index from organization_key")
                .query(Stored.class)
                .optional();
    }

    private Stored create(OrganizationId organization) {
        jdbc.sql(
                        """
                        insert into organization_key (organization_id, sealed_keyset, sealed_index, created_at)
                        values (:organization, :keyset, :index, :now)
                        on conflict do nothing
                        """)
                .param("organization", organization)
                .param("keyset", fresh(PredefinedAeadParameters.AES256_GCM))
                .param("index", fresh(PredefinedPrfParameters.HMAC_SHA256_PRF))
                .param("now", clock.instant())
                .update();
        // Another node may have been first; whatever is stored now is the key.
        return find().orElseThrow();
    }

    private byte[] index(Stored stored) {
        return stored.sealedIndex() == null ? addIndex() : stored.sealedIndex();
    }

    /** For an organization that was there before anything was found by an index. */
    private byte[] addIndex() {
        jdbc.sql("update organization_key set sealed_index = :index where sealed_index is null")
                .param("index", fresh(PredefinedPrfParameters.HMAC_SHA256_PRF))
                .update();
        return Objects.requireNonNull(find().orElseThrow().sealedIndex());
    }

    private byte[] fresh(Parameters kind) {
        return master.close(Keysets.fresh(kind), Tenancy.organization().toString());
    }
}
