package io.taros.backup;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import io.taros.platform.sql.copy.TableColumns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The small file of a backup.
 *
 * @param key of the large file alone, made for it
 * @param tables with the rows of those that hold keys
 * @param masterKey where it is a file of the installation; whoever sets it keeps it elsewhere
 */
record BackupKeys(
        UUID id, Instant at, String key, List<KeyRows> tables, @Nullable String masterKey) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** The rows of one table as COPY wrote them. */
    record KeyRows(TableColumns table, List<String> rows) {
        KeyRows {
            rows = List.copyOf(rows);
        }
    }

    BackupKeys {
        tables = List.copyOf(tables);
    }

    static Path besides(Path file) {
        return file.resolveSibling(file.getFileName() + ".keys");
    }

    static String freshKey() {
        try {
            StreamingAeadConfig.register();
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(
                            PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB,
                            RegistryConfiguration.get()),
                    RegistryConfiguration.get(),
                    InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static StreamingAead cipher(String key) throws GeneralSecurityException {
        StreamingAeadConfig.register();
        return TinkJsonProtoKeysetFormat.parseKeyset(
                        key, RegistryConfiguration.get(), InsecureSecretKeyAccess.get())
                .getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
    }

    static BackupKeys read(Path file) {
        try {
            return JSON.readValue(Files.readString(file), BackupKeys.class);
        } catch (NoSuchFileException missing) {
            throw new BadBackup(
                    "There is no file %s: without its keys a backup cannot be read; say where they are with --keys FILE."
                            .formatted(file),
                    missing);
        } catch (IOException | JacksonException damaged) {
            throw new BadBackup(
                    "The file %s does not hold the keys of a backup.".formatted(file), damaged);
        }
    }

    String toJson() {
        return JSON.writeValueAsString(this);
    }

    /** Never the keys. */
    @Override
    public String toString() {
        return "BackupKeys[" + id + "]";
    }
}
