package io.taros.backup;

import io.taros.platform.TarosSettings;
import io.taros.platform.erasure.ErasureJournal;
import io.taros.platform.erasure.ErasureSettings;
import io.taros.platform.sql.DatabaseOwner;
import io.taros.platform.sql.DatabaseSettings;
import io.taros.platform.storage.DataDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.env.Environment;

/** What a restore has to know before there is an installation that could tell. */
@EnableConfigurationProperties({TarosSettings.class, DatabaseSettings.class, ErasureSettings.class})
final class RestoreSettings {
    private static final List<String> MASTER_KEY =
            List.of("taros.crypto.master-key", "taros.crypto.master-key-command");

    private final TarosSettings taros;
    private final DatabaseSettings database;
    private final ErasureSettings erasures;
    private final boolean isMasterKeySet;

    RestoreSettings(
            TarosSettings taros,
            DatabaseSettings database,
            ErasureSettings erasures,
            Environment environment) {
        this.taros = taros;
        this.database = database;
        this.erasures = erasures;
        isMasterKeySet = MASTER_KEY.stream().anyMatch(environment::containsProperty);
    }

    Path root() {
        return taros.dataDir().toAbsolutePath().normalize();
    }

    DataDirectory directory(Path root) {
        return new DataDirectory(new TarosSettings(root, taros.baseUrl()));
    }

    Path journal() {
        return Objects.requireNonNullElse(erasures.journal(), root().resolve(ErasureJournal.FILE));
    }

    DatabaseSettings database() {
        return database;
    }

    /** Empty where the database is the embedded one. */
    Optional<DatabaseOwner> external() {
        var url = database.url();
        if (url == null) {
            return Optional.empty();
        }
        var username = database.username();
        var password = database.password();
        if (username == null || password == null) {
            throw new BadBackup(
                    "taros.database.url is set, so taros.database.username and taros.database.password must be set too.");
        }
        return Optional.of(new DatabaseOwner(url, username, password));
    }

    boolean isMasterKeySet() {
        return isMasterKeySet;
    }
}
