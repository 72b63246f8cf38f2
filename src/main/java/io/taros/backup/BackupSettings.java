package io.taros.backup;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Backups that the server makes itself.
 *
 * @param directory where it writes one every night; none are made unless it is set
 * @param keepKeys when the file with the keys is deleted, without which the other is unreadable; at
 *     most 30 days
 * @param keepData when the other is deleted; at most 35 days
 */
@ConfigurationProperties("taros.backup")
record BackupSettings(
        @Nullable Path directory,
        @DefaultValue("30d") Duration keepKeys,
        @DefaultValue("35d") Duration keepData) {
    private static final Duration LONGEST_KEYS = Duration.ofDays(30);

    BackupSettings {
        if (keepKeys.compareTo(LONGEST_KEYS) > 0 || keepKeys.isNegative()) {
            throw new IllegalArgumentException("taros.backup.keep-keys is at most 30d");
        }
        if (keepData.compareTo(BackupData.KEPT) > 0 || keepData.isNegative()) {
            throw new IllegalArgumentException("taros.backup.keep-data is at most 35d");
        }
    }
}
