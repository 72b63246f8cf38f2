package io.taros.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The backups the server made, told by their names from whatever else lies there. */
@Component
@EnableConfigurationProperties(BackupSettings.class)
class NightlyFiles {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern NAME =
            Pattern.compile(
                    "taros-(\\d{8}T\\d{6}Z)\\.taros(\\.keys)?((?:\\.[0-9a-f-]{36})?\\.part)?");

    private final BackupSettings settings;
    private final InstantSource clock;

    /** Nobody writes that long at one. */
    private static final Duration UNFINISHED = Duration.ofDays(1);

    private enum Kind {
        DATA,
        KEYS,
        /** Of somebody who was killed. */
        PART;

        static Kind of(Matcher name) {
            if (name.group(3) != null) {
                return PART;
            }
            return name.group(2) == null ? DATA : KEYS;
        }
    }

    private record Found(Path path, Instant at, Kind kind) {}

    NightlyFiles(BackupSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    Optional<Path> directory() {
        return Optional.ofNullable(settings.directory());
    }

    Path next(Path directory) {
        return directory.resolve("taros-" + STAMP.format(clock.instant()) + ".taros");
    }

    /** The newest that is whole. */
    Optional<Instant> newest() {
        return found().stream()
                .filter(found -> found.kind() == Kind.DATA)
                .map(Found::at)
                .max(Comparator.naturalOrder());
    }

    /** Keys before what they open. */
    void dropOld() throws IOException {
        var now = clock.instant();
        for (var found : found()) {
            if (found.at().plus(kept(found.kind())).isBefore(now)) {
                Files.deleteIfExists(found.path());
            }
        }
    }

    private Duration kept(Kind kind) {
        return switch (kind) {
            case DATA -> settings.keepData();
            case KEYS -> settings.keepKeys();
            case PART -> UNFINISHED;
        };
    }

    private List<Found> found() {
        var directory = settings.directory();
        if (directory == null || !Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            return files.flatMap(path -> found(path).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The directory of backups cannot be read", e);
        }
    }

    private static Optional<Found> found(Path path) {
        var name = NAME.matcher(path.getFileName().toString());
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            var at = Instant.from(STAMP.parse(name.group(1)));
            return Optional.of(new Found(path, at, Kind.of(name)));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
