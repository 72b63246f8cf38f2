package io.taros.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.taros.platform.StartRefused;
import io.taros.platform.TarosSettings;
import io.taros.platform.erasure.Erasure;
import io.taros.platform.erasure.JournalFile;
import io.taros.platform.storage.DataDirectory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A power cut at any step of putting a restored installation in place loses neither of the two. */
class SwapTest {
    private static final List<String> OLD = List.of("postgres", "keys", "blobs", "erasures.jsonl");
    private static final List<String> FRESH =
            List.of("postgres", "keys", "index", "erasures.jsonl");

    @TempDir private Path root;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
    void isFinishedByTheNextRestoreWhereverItWasCutOff(int moves) throws IOException {
        for (var name : OLD) {
            Files.writeString(root.resolve(name), "old " + name);
        }
        Files.writeString(root.resolve("of somebody else"), "stays");
        Files.createDirectories(root.resolve(Swap.STAGING));
        for (var name : FRESH) {
            Files.writeString(root.resolve(Swap.STAGING).resolve(name), "fresh " + name);
        }
        new Swap(Swap.found(root), Swap.found(root.resolve(Swap.STAGING)), "replaced-1", outcome())
                .begin(root);
        cutOffAfter(moves);
        assertThatThrownBy(() -> start().close())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("run it again");

        var unfinished = Swap.unfinished(root).orElseThrow();
        unfinished.finish(root, null);

        assertThat(unfinished.outcome()).isEqualTo(outcome());
        assertThat(Swap.found(root)).containsExactlyInAnyOrderElementsOf(FRESH);
        assertThat(FRESH)
                .allSatisfy(name -> assertThat(root.resolve(name)).hasContent("fresh " + name));
        assertThat(OLD)
                .allSatisfy(name ->
                        assertThat(root.resolve("replaced-1").resolve(name))
                                .hasContent("old " + name));
        assertThat(root.resolve("of somebody else")).hasContent("stays");
        assertThat(root.resolve(Swap.STAGING)).doesNotExist();
        start().close();
    }

    @Test
    void isNotBegunWhereSomethingIsMounted() throws IOException {
        Files.writeString(root.resolve("postgres"), "old");

        Swap.checkMovable(root);
        assertThat(Swap.isMovable(root.resolve("postgres"))).isTrue();
        assertThat(Swap.isMovable(Path.of("/proc"))).isFalse();
    }

    @Test
    void aJournalThatWasNamedMayHaveStopped() {
        var contents = new Contents(new UUID(0, 7), Instant.EPOCH, List.of("1.00"), List.of());
        var last = Instant.parse("2026-11-20T09:00:00Z");
        var file = root.resolve("saved.jsonl");
        new JournalFile(file)
                .append(
                        List.of(
                                new Erasure(Instant.EPOCH, Erasure.BACKUP, null, new UUID(0, 7)),
                                new Erasure(last, "source", null, new UUID(0, 8))));
        var named = new Journals(List.of());
        named.addNamed(file);
        var replaced = new Journals(List.of());
        replaced.addReplaced(file);
        var none = new Journals(List.of());

        assertThat(named.isKnown(contents)).isFalse();
        assertThat(named.until(contents)).contains(last);
        assertThat(named.since(contents)).hasSize(2);
        assertThat(none.until(contents)).contains(Instant.EPOCH);
        assertThat(replaced.isKnown(contents)).isTrue();
        assertThat(replaced.until(contents)).isEmpty();
    }

    /** As {@link Swap#finish} goes about it. */
    private void cutOffAfter(int moves) throws IOException {
        var left = moves;
        Files.createDirectories(root.resolve("replaced-1"));
        for (var name : Swap.NAMES) {
            if (OLD.contains(name) && left-- > 0) {
                Files.move(root.resolve(name), root.resolve("replaced-1").resolve(name));
            }
        }
        for (var name : Swap.NAMES) {
            if (FRESH.contains(name) && left-- > 0) {
                Files.move(root.resolve(Swap.STAGING).resolve(name), root.resolve(name));
            }
        }
    }

    private DataDirectory start() {
        return new DataDirectory(new TarosSettings(root, URI.create("http://localhost")));
    }

    private static Outcome outcome() {
        return new Outcome(
                new UUID(0, 1),
                Instant.EPOCH,
                12,
                3,
                Map.of("source", 1),
                0,
                true,
                null,
                "replaced-1");
    }
}
