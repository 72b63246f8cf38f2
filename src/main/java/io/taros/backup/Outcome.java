package io.taros.backup;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a restore came to.
 *
 * @param at the moment the installation is back at
 * @param replayed how many were back and were erased again, by kind
 * @param removed rows whose time was over meanwhile
 * @param isJournalKnown whether what was erased since is known
 * @param journalUntil what was erased after it may be back; none where all is known
 * @param replaced where the installation is that was there; none if there was none
 */
record Outcome(
        UUID backup,
        Instant at,
        long rows,
        long files,
        Map<String, Integer> replayed,
        long removed,
        boolean isJournalKnown,
        @Nullable Instant journalUntil,
        @Nullable String replaced) {
    Outcome {
        replayed = Collections.unmodifiableSortedMap(new TreeMap<>(replayed));
    }

    String inWords() {
        var again =
                replayed.isEmpty()
                        ? "nothing erased since was back"
                        : "erased again: "
                                + replayed.entrySet().stream()
                                        .map(kind -> kind.getKey() + " " + kind.getValue())
                                        .sorted()
                                        .collect(Collectors.joining(", "));
        return "Restored as of %s: %d rows, %d files; %s; %d rows removed because their time was over.%s"
                .formatted(
                        at,
                        rows,
                        files,
                        again,
                        removed,
                        replaced == null
                                ? ""
                                : " What was there before is in %s: delete it when you do not need it any more."
                                        .formatted(replaced));
    }
}
