package io.taros.platform.crypto;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
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
        opened.invalidate(Tenancy.organization());
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

    private OpenKeys read(OrganizationId organization) {
        var stored = find().orElseGet(() -> create(organization));
        try {
            var index =
                    stored.sealedIndex() == null ? addIndex(organization) : stored.sealedIndex();
            return new OpenKeys(
                    open(stored.sealedKeyset(), organization), open(index, organization));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The organization's key does not open with this master key", e);
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
                .param("keyset", fresh(PredefinedAeadParameters.AES256_GCM, organization))
                .param("index", fresh(PredefinedPrfParameters.HMAC_SHA256_PRF, organization))
                .param("now", clock.instant())
                .update();
        // Another node may have been first; whatever is stored now is the key.
        return find().orElseThrow();
    }

    /** For an organization that was there before anything was found by an index. */
    private byte[] addIndex(OrganizationId organization) {
        jdbc.sql("update organization_key set sealed_index = :index where sealed_index is null")
                .param("index", fresh(PredefinedPrfParameters.HMAC_SHA256_PRF, organization))
                .update();
        return Objects.requireNonNull(find().orElseThrow().sealedIndex());
    }

    private byte[] fresh(Parameters kind, OrganizationId organization) {
        try {
            return close(KeysetHandle.generateNew(kind, RegistryConfiguration.get()), organization);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] close(KeysetHandle keyset, OrganizationId organization)
            throws GeneralSecurityException {
        return TinkProtoKeysetFormat.serializeEncryptedKeyset(
                keyset, master.aead(), associated(organization), RegistryConfiguration.get());
    }

    private KeysetHandle open(byte[] sealed, OrganizationId organization)
            throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseEncryptedKeyset(
                sealed, master.aead(), associated(organization), RegistryConfiguration.get());
    }

    private static byte[] associated(OrganizationId organization) {
        return organization.value().toString().getBytes(StandardCharsets.UTF_8);
    }
}
