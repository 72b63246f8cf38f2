package io.taros.answering;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.taros.answering.Sentences.Form;
import io.taros.answering.Sentences.Piece;
import io.taros.search.Passage;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * What can be said of a passage before anybody asks: its sentences, and the stems of its words.
 * Cutting and stemming costs more than finding, and what is asked often is found often, so what was
 * read is remembered for a few minutes. The passage is part of the key, word for word: whatever
 * changes is read anew.
 *
 * @param stems of the title and the text
 * @param context stems of what stands above the text
 */
record PassageReading(Set<String> stems, Set<String> context, List<Sentence> sentences) {
    private static final int REMEMBERED = 1_000;
    private static final Duration FOR = Duration.ofMinutes(5);
    private static final OutputFilter FILTER = OutputFilter.forQuotes();
    private static final LoadingCache<Key, PassageReading> READ =
            Caffeine.newBuilder()
                    .maximumSize(REMEMBERED)
                    .expireAfterAccess(FOR)
                    .build(PassageReading::read);

    PassageReading {
        stems = Collections.unmodifiableSet(stems);
        context = Collections.unmodifiableSet(context);
        sentences = List.copyOf(sentences);
    }

    private record Key(Passage passage, String language) {}

    /**
     * @param isQuotable whether it may leave as it is
     */
    record Sentence(Piece piece, Set<String> stems, boolean isQuotable) {}

    /**
     * @param language of whoever asks
     */
    static PassageReading of(Passage passage, String language) {
        return READ.get(new Key(passage, language));
    }

    private static PassageReading read(Key key) {
        var passage = key.passage();
        var language = key.language();
        var heading = passage.title() + " " + passage.headingPath();
        if (passage.kind() == Passage.Kind.QUESTION) {
            heading += " " + passage.text();
        }
        return new PassageReading(
                Words.stems(passage.title() + " " + passage.text(), language),
                Words.stems(heading, language),
                Sentences.of(Material.words(passage), language).stream()
                        .map(piece -> sentence(piece, passage, language))
                        .toList());
    }

    private static Sentence sentence(Piece piece, Passage passage, String language) {
        return new Sentence(
                piece,
                Collections.unmodifiableSet(Words.stems(piece.text(), language)),
                piece.form() != Form.HEADING
                        && FILTER.objection(piece.text(), List.of(passage)) == null);
    }
}
