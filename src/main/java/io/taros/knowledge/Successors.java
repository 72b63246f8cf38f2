package io.taros.knowledge;

import io.taros.search.DocumentId;
import io.taros.search.Passage;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What has taken the place of passages that are not there any more as they were: those that read
 * most like them, and were decided nothing about.
 */
@Component
@Transactional(readOnly = true)
public class Successors {
    private static final int MOST = 500;

    /** Of the words of both, those that both have. */
    private static final double CLOSE = 0.3;

    private final PassageRows passages;

    Successors(PassageRows passages) {
        this.passages = passages;
    }

    private record Candidate(ReadPassage passage, Set<String> words) {
        static Candidate of(ReadPassage passage) {
            return new Candidate(passage, Likeness.words(passage.text()));
        }
    }

    /**
     * @param lost of this document
     */
    public Map<Mend.Id, ReadPassage> find(DocumentId document, List<Mend> lost) {
        if (lost.isEmpty()) {
            return Map.of();
        }
        var candidates =
                passages.list(document, ReadPassage.BEFORE_THE_FIRST, MOST).stream()
                        .filter(passage -> passage.kind() == Passage.Kind.TEXT)
                        .filter(passage -> passage.latest() == null)
                        .map(Candidate::of)
                        .toList();
        Map<Mend.Id, ReadPassage> found = new HashMap<>();
        for (Mend mend : lost) {
            closest(candidates, Likeness.words(mend.readText()))
                    .ifPresent(passage -> found.put(mend.id(), passage));
        }
        return found;
    }

    private static Optional<ReadPassage> closest(List<Candidate> candidates, Set<String> words) {
        record Close(ReadPassage passage, double shared) {}
        return candidates.stream()
                .map(each -> new Close(each.passage(), Likeness.shared(each.words(), words)))
                .filter(close -> close.shared() >= CLOSE)
                .max(Comparator.comparingDouble(Close::shared))
                .map(Close::passage);
    }
}
