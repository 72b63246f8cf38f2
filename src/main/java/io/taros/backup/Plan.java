package io.taros.backup;

import io.taros.platform.erasure.Erasure;
import io.taros.platform.storage.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is left to do in an installation that was unpacked and may not be opened yet.
 *
 * @param isJournalKnown whether what was erased since the backup is known
 * @param journalUntil what was erased after it may be back; none where all is known
 * @param replay what has to be erased again
 */
record Plan(
        UUID backup,
        Instant at,
        boolean isJournalKnown,
        @Nullable Instant journalUntil,
        List<Erasure> replay) {
    private static final String FILE = "restore.json";
    private static final String RESULT = "restored.json";
    private static final JsonMapper JSON = JsonMapper.shared();

    Plan {
        replay = List.copyOf(replay);
    }

    /**
     * What was done.
     *
     * @param replayed how many were back and are gone again, by kind
     * @param removed rows whose time was over
     */
    record Result(Instant at, Map<String, Integer> replayed, long removed) {
        Result {
            replayed = Map.copyOf(replayed);
        }
    }

    void write(DataDirectory data) throws IOException {
        Files.write(data.file(FILE), JSON.writeValueAsBytes(this));
    }

    static Plan read(Path root) throws IOException {
        return JSON.readValue(Files.readAllBytes(root.resolve(FILE)), Plan.class);
    }

    static void write(DataDirectory data, Result result) throws IOException {
        Files.write(data.file(RESULT), JSON.writeValueAsBytes(result));
    }

    static Result readResult(Path root) throws IOException {
        return JSON.readValue(Files.readAllBytes(root.resolve(RESULT)), Result.class);
    }
}
