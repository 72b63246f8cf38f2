package io.taros.platform.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was erased is known after every crash. */
class JournalFileTest {
    private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");

    @TempDir private Path directory;
    private Path file;
    private JournalFile journal;

    @BeforeEach
    void isNotThereYet() {
        file = directory.resolve("kept/erasures.jsonl");
        journal = new JournalFile(file);
    }

    @Test
    void keepsEveryLineInItsOrder() throws IOException {
        var first = erasure("source");
        var second = new Erasure(NOW, "account", null, UUID.randomUUID());

        assertThat(journal.read()).isEmpty();
        journal.append(List.of(first));
        journal.append(List.of(second));

        assertThat(new JournalFile(file).read()).containsExactly(first, second);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void goesOnAfterALineThatWasCutShort() throws IOException {
        var before = erasure("source");
        journal.append(List.of(before));
        Files.writeString(file, "{\"at\":\"2026-11-2", StandardOpenOption.APPEND);
        var after = erasure("thread");

        journal.append(List.of(after));

        assertThat(journal.read()).containsExactly(before, after);
    }

    @Test
    void losesNoLineOfManyWriters() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 50)
                    .forEach(i -> threads.submit(() -> journal.append(List.of(erasure("source")))));
        }

        assertThat(journal.read()).hasSize(50);
    }

    @Test
    void dropsWhatIsOlderThanEveryBackup() {
        var old = new Erasure(NOW.minusSeconds(1), "source", null, UUID.randomUUID());
        var young = new Erasure(NOW, "source", null, UUID.randomUUID());
        journal.append(List.of(old, young));

        journal.keep(line -> !line.at().isBefore(NOW));

        assertThat(journal.read()).containsExactly(young);
    }

    private static Erasure erasure(String kind) {
        return new Erasure(NOW, kind, UUID.randomUUID(), UUID.randomUUID());
    }
}
