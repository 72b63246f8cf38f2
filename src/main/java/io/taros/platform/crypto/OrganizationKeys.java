package io.taros.platform.crypto;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals and opens data with the key of the bound organization (AES-256-GCM). The context, for
 * example table, column and row, is part of the seal: bytes moved elsewhere do not open. The key is
 * made at first use and its destruction makes everything it sealed unreadable, backups included.
 */
@Component
public class OrganizationKeys {
    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;
    private final MasterKey master;
    private final InstantSource clock;
    private final Cache<OrganizationId, Aead> opened =
            Caffeine.newBuilder()
                    .maximumSize(1_000)
                    .expireAfterAccess(Duration.ofMinutes(10))
                    .build();

    OrganizationKeys(
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

    public byte[] encrypt(byte[] plain, String context) {
        try {
            return aead().encrypt(plain, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Sealing failed", e);
        }
    }

    public byte[] decrypt(byte[] sealed, String context) {
        try {
            return aead().decrypt(sealed, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "Sealed data does not open: another key, another context, or altered bytes", e);
        }
    }

    public byte[] encryptText(String plain, String context) {
        return encrypt(plain.getBytes(StandardCharsets.UTF_8), context);
    }

    public String decryptText(byte[] sealed, String context) {
        return new String(decrypt(sealed, context), StandardCharsets.UTF_8);
    }

    /**
     * Whatever the bound organization's key sealed opens no more, here or in a backup of the data
     * alone. Another node that has the key open forgets it ten minutes after its last use.
     */
    public void destroy() {
        ownTransaction.executeWithoutResult(status ->
                jdbc.sql("delete from organization_key where organization_id = :organization")
                        .param("organization", Tenancy.organization())
                        .update());
        opened.invalidate(Tenancy.organization());
    }

    /** Drops the opened keys; the next use reads them again. */
    public void forget() {
        opened.invalidateAll();
    }

    private Aead aead() {
        var organization = Tenancy.organization();
        return opened.get(
                organization,
                id ->
                        ownTransaction.execute(
                                status -> open(id, find().orElseGet(() -> create(id)))));
    }

    private Optional<byte[]> find() {
        return jdbc.sql("select sealed_keyset from organization_key")
                .query(byte[].class)
                .optional();
    }

    private byte[] create(OrganizationId organization) {
        try {
            var fresh =
                    KeysetHandle.generateNew(
                            PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
            var sealed =
                    TinkProtoKeysetFormat.serializeEncryptedKeyset(
                            fresh,
                            master.aead(),
                            associated(organization),
                            RegistryConfiguration.get());
            jdbc.sql(
                            """
                            insert into organization_key (organization_id, sealed_keyset, created_at)
                            values (:organization, :keyset, :now)
                            on conflict do nothing
                            """)
                    .param("organization", organization)
                    .param("keyset", sealed)
                    .param("now", clock.instant())
                    .update();
            // Another node may have been first; whatever is stored now is the key.
            return find().orElseThrow();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Aead open(OrganizationId organization, byte[] sealed) {
        try {
            return TinkProtoKeysetFormat.parseEncryptedKeyset(
                            sealed,
                            master.aead(),
                            associated(organization),
                            RegistryConfiguration.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The organization's key does not open with this master key", e);
        }
    }

    private static byte[] associated(OrganizationId organization) {
        return organization.value().toString().getBytes(StandardCharsets.UTF_8);
    }
}
