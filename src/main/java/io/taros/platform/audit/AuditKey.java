package io.taros.platform.audit;

import io.taros.platform.crypto.InstallationSeal;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The installation's Ed25519 key for checkpoints and whatever else it vouches for, made at first
 * use and sealed by the master key. The public half may be given to anybody who wants to check an
 * export. What is signed begins with a word that says what it is, so that it is nothing else.
 */
@Repository
public class AuditKey {
    private static final String ALGORITHM = "Ed25519";
    private static final String PLACE = "audit_key.sealed_private";

    private record Stored(byte[] sealedPrivate, byte[] publicKey) {}

    private final JdbcClient jdbc;
    private final InstallationSeal seal;
    private final InstantSource clock;

    AuditKey(JdbcClient jdbc, InstallationSeal seal, InstantSource clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.REQUIRED)
    public byte[] sign(byte[] text) {
        var stored = find().orElseGet(this::create);
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey(seal.open(stored.sealedPrivate(), PLACE)));
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As in X.509; empty before anything was signed. */
    @Transactional(readOnly = true)
    public Optional<byte[]> publicKey() {
        return find().map(Stored::publicKey);
    }

    /** Whether this key signed it. */
    @Transactional(readOnly = true)
    public boolean isSigned(byte[] text, byte[] by) {
        return publicKey().filter(known -> isSigned(known, text, by)).isPresent();
    }

    static boolean isSigned(byte[] publicKey, byte[] text, byte[] by) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(publicKey(publicKey));
            signature.update(text);
            return signature.verify(by);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private Optional<Stored> find() {
        return jdbc.sql("select sealed_private, public_key from audit_key")
                .query(Stored.class)
                .optional();
    }

    private Stored create() {
        KeyPair fresh = generate();
        jdbc.sql(
                        """
                        insert into audit_key (sealed_private, public_key, created_at)
                        values (:private, :public, :now) on conflict do nothing
                        """)
                .param("private", seal.seal(fresh.getPrivate().getEncoded(), PLACE))
                .param("public", fresh.getPublic().getEncoded())
                .param("now", clock.instant())
                .update();
        // Another node may have been first; whatever is stored now is the key.
        return find().orElseThrow();
    }

    private static KeyPair generate() {
        try {
            return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrivateKey privateKey(byte[] encoded) throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    private static PublicKey publicKey(byte[] encoded) throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
    }
}
