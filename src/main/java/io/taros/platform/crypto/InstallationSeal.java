package io.taros.platform.crypto;

import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals small secrets that belong to no organization, such as an account's second factor, with a
 * key of the installation's own, which the master key seals. The context, for example table, column
 * and row, is part of the seal: bytes moved to another row do not open.
 */
@Component
public class InstallationSeal implements Sealing {
    static final String OWNER = "installation";

    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;
    private final MasterKey master;
    private final InstantSource clock;
    private volatile @Nullable OpenKeys opened;

    InstallationSeal(
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

    @Override
    public byte[] seal(byte[] plain, String context) {
        try {
            return keys().seal(plain, bytes(context));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Sealing failed", e);
        }
    }

    @Override
    public byte[] open(byte[] sealed, String context) {
        try {
            return keys().open(sealed, bytes(context));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "Sealed data does not open: another key, another context, or altered bytes", e);
        }
    }

    @Override
    public byte[] prefix() {
        return keys().prefix();
    }

    /** Drops the opened key; the next use reads it again. */
    public void forget() {
        opened = null;
    }

    /** What the master key closed itself, before there was a key in between, opens no more. */
    void retireOlder() {
        ownTransaction.executeWithoutResult(status ->
                find().map(sealed -> Keysets.alone(master.open(sealed, OWNER)))
                        .ifPresent(alone ->
                                jdbc.sql("update installation_key set sealed_keyset = :keyset")
                                        .param("keyset", master.close(alone, OWNER))
                                        .update()));
        forget();
    }

    private OpenKeys keys() {
        var known = opened;
        if (known == null) {
            known = ownTransaction.execute(status -> read());
            opened = known;
        }
        return known;
    }

    private OpenKeys read() {
        try {
            return new OpenKeys(
                    master.open(find().orElseGet(this::create), OWNER),
                    // Nothing of the installation is looked for by an index.
                    Keysets.fresh(PredefinedPrfParameters.HMAC_SHA256_PRF));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<byte[]> find() {
        return jdbc.sql("select sealed_keyset from installation_key")
                .query(byte[].class)
                .optional();
    }

    private byte[] create() {
        var fresh = Keysets.fresh(PredefinedAeadParameters.AES256_GCM);
        jdbc.sql(
                        """
                        insert into installation_key (sealed_keyset, created_at) values (:keyset, :now)
                        on conflict do nothing
                        """)
                .param(
                        "keyset",
                        master.close(
                                isOlder() ? Keysets.with(fresh, master.keyset()) : fresh, OWNER))
                .param("now", clock.instant())
                .update();
        // Another node may have been first; whatever is stored now is the key.
        return find().orElseThrow();
    }

    /** Whether the master key may have closed something itself, as it did before. */
    private boolean isOlder() {
        return jdbc.sql("select exists(select from audit_key) or exists(select from account_totp)")
                .query(Boolean.class)
                .single();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
