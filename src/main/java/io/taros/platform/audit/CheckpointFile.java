package io.taros.platform.audit;

import io.taros.platform.storage.DataDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The checkpoints a second time, outside the database: whoever writes the database anew has to
 * reach this file as well.
 */
@Component
@EnableConfigurationProperties(AuditSettings.class)
class CheckpointFile {
    private final DataDirectory data;
    private final AuditSettings settings;
    private final JsonMapper json;

    CheckpointFile(DataDirectory data, AuditSettings settings, JsonMapper json) {
        this.data = data;
        this.settings = settings;
        this.json = json;
    }

    synchronized void add(AuditCheckpoint checkpoint) {
        try {
            Files.writeString(
                    path(),
                    json.writeValueAsString(checkpoint) + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException("The file of audit checkpoints cannot be written", e);
        }
    }

    /** Lines that are none, such as one cut short by a crash, are left out and counted as read. */
    synchronized List<AuditCheckpoint> read() {
        try {
            return Files.exists(path())
                    ? Files.readAllLines(path(), StandardCharsets.UTF_8).stream()
                            .flatMap(line -> parse(line).stream())
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("The file of audit checkpoints cannot be read", e);
        }
    }

    private List<AuditCheckpoint> parse(String line) {
        try {
            return List.of(json.readValue(line, AuditCheckpoint.class));
        } catch (JacksonException _) {
            return List.of();
        }
    }

    private Path path() {
        var configured = settings.checkpointFile();
        return configured == null
                ? data.directory("audit").resolve("checkpoints.jsonl")
                : configured;
    }
}
