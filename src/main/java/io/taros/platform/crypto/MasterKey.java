package io.taros.platform.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PrfConfig;
import io.taros.platform.StartRefused;
import io.taros.platform.storage.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The key that seals every organization's key. From {@code taros.crypto.master-key} (a Tink JSON
 * keyset) or, for a single node, a file made at first start that only the owner can read. Whoever
 * loses it loses everything sealed by it: back it up apart from the database.
 */
@Component
@EnableConfigurationProperties(CryptoSettings.class)
public class MasterKey {
    private final KeysetHandle keyset;

    MasterKey(DataDirectory data, CryptoSettings settings) {
        var configured = settings.masterKey();
        try {
            AeadConfig.register();
            PrfConfig.register();
            keyset =
                    configured == null
                            ? fromFile(data.directory("keys").resolve("master.json"))
                            : parse(configured);
        } catch (GeneralSecurityException | IOException e) {
            throw new StartRefused(
                    "The master key cannot be read; taros.crypto.master-key must be a Tink JSON"
                            + " keyset for AES-256-GCM.",
                    e);
        }
    }

    Aead aead() {
        try {
            return keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeysetHandle fromFile(Path file) throws GeneralSecurityException, IOException {
        if (Files.exists(file)) {
            return parse(Files.readString(file));
        }
        var fresh =
                KeysetHandle.generateNew(
                        PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
        Files.createFile(file);
        DataDirectory.restrict(file, "rw-------");
        Files.writeString(
                file,
                TinkJsonProtoKeysetFormat.serializeKeyset(
                        fresh, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
        return fresh;
    }

    private static KeysetHandle parse(String json) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(
                json, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
    }
}
