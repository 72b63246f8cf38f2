package io.taros.platform.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.prf.PrfConfig;
import io.taros.platform.StartRefused;
import io.taros.platform.storage.DataDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The key that seals every other key, and nothing else. From {@code taros.crypto.master-key} (a
 * Tink JSON keyset), from what {@code taros.crypto.master-key-command} prints or, for a single
 * node, a file made at first start that only the owner can read. Whoever loses it loses everything
 * sealed by it: back it up apart from the database.
 */
@Component
@EnableConfigurationProperties(CryptoSettings.class)
class MasterKey {
    private final MasterKeyPlace place;
    private volatile KeysetHandle keyset;

    MasterKey(DataDirectory data, CryptoSettings settings) {
        place = placeOf(settings, data);
        try {
            AeadConfig.register();
            PrfConfig.register();
            keyset = place.read();
            aead();
        } catch (GeneralSecurityException | IOException e) {
            throw new StartRefused(
                    "The master key cannot be read; taros.crypto.master-key, or what"
                            + " taros.crypto.master-key-command prints, must be a Tink JSON keyset for"
                            + " AES-256-GCM.",
                    e);
        }
    }

    private static MasterKeyPlace placeOf(CryptoSettings settings, DataDirectory data) {
        var configured = settings.masterKey();
        var command = settings.masterKeyCommand();
        if (configured != null && command != null) {
            throw new StartRefused(
                    "Set taros.crypto.master-key or taros.crypto.master-key-command, not both.");
        }
        if (configured != null) {
            return new ConfiguredMasterKey(configured);
        }
        return command == null
                ? new MasterKeyFile(
                        data.directory(MasterKeyCopy.DIRECTORY).resolve(MasterKeyCopy.FILE))
                : new MasterKeyCommand(command);
    }

    /** Every version that opens something; the primary closes. */
    KeysetHandle keyset() {
        return keyset;
    }

    boolean isOurs() {
        return place.isWritable();
    }

    /** From now on it is this one; kept before it is used. */
    void replace(KeysetHandle other) {
        try {
            place.write(other);
            keyset = other;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("The master key cannot be written", e);
        }
    }

    /** The owner is part of the seal: a key put into another's row does not open. */
    byte[] close(KeysetHandle key, String owner) {
        try {
            return TinkProtoKeysetFormat.serializeEncryptedKeyset(
                    key, aead(), bytes(owner), RegistryConfiguration.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    KeysetHandle open(byte[] sealed, String owner) {
        try {
            return TinkProtoKeysetFormat.parseEncryptedKeyset(
                    sealed, aead(), bytes(owner), RegistryConfiguration.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The key of %s does not open with this master key".formatted(owner), e);
        }
    }

    /** Whether this master key would do, without any other. */
    static boolean opens(KeysetHandle master, byte[] sealed, String owner) {
        try {
            TinkProtoKeysetFormat.parseEncryptedKeyset(
                    sealed,
                    master.getPrimitive(RegistryConfiguration.get(), Aead.class),
                    bytes(owner),
                    RegistryConfiguration.get());
            return true;
        } catch (GeneralSecurityException refused) {
            return false;
        }
    }

    static KeysetHandle parse(String json) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(
                json, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
    }

    static String print(KeysetHandle keyset) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(
                keyset, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
    }

    private Aead aead() throws GeneralSecurityException {
        return keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
