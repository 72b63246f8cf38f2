package io.taros.answering;

import io.taros.answering.Signals.Standing;
import io.taros.search.Hit;
import java.time.InstantSource;
import java.util.Arrays;

/** Gathers what is known about a draft before it is scored. */
final class Appraiser {
    private final Closeness closeness;
    private final InstantSource clock;

    Appraiser(Closeness closeness, InstantSource clock) {
        this.closeness = closeness;
        this.clock = clock;
    }

    Signals signals(Material material, Draft draft) {
        var carrier =
                draft.citations().isEmpty()
                        ? material.hits().getFirst()
                        : material.hit(draft.citations().getFirst());
        return Signals.of(
                carrier,
                material,
                new Standing(
                        draft.support(),
                        draft.coverage(),
                        closest(material, carrier, draft),
                        particulars(material, carrier, draft)),
                clock.instant());
    }

    /** What stands in the title is understood in the text below it. */
    private static Particulars particulars(Material material, Hit carrier, Draft draft) {
        return Particulars.of(
                material.question(),
                carrier.passage().title() + "\n" + draft.text(),
                material.language());
    }

    /**
     * How close in meaning the best sentence that is quoted comes to the question; in another
     * language, of which only the search's own model tells anything, its whole passage.
     */
    private double closest(Material material, Hit carrier, Draft draft) {
        if (material.isForeign(carrier)
                && material.isAcrossLanguages()
                && !closeness.isAcrossLanguages()) {
            return carrier.features().vectorSimilarity();
        }
        var sentences =
                draft.citations().stream()
                        .flatMap(citation ->
                                Sentences.of(citation.quote(), material.language()).stream())
                        .map(Sentences.Piece::text)
                        .distinct()
                        .toList();
        return Arrays.stream(closeness.cosines(material.question(), sentences)).max().orElse(0);
    }

    /** Of a passage from which nothing was written. */
    Signals weak(Material material, Hit best) {
        return Signals.of(best, material, Standing.NONE, clock.instant());
    }

    /** Of an answer nobody has written yet, if it turned out well supported. */
    Signals hopeful(Material material, Hit best) {
        return Signals.hopeful(best, material, clock.instant());
    }
}
