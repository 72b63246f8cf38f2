package io.taros.answering;

import io.taros.search.Passage;
import io.taros.search.PassageId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the passages of one answer say, and what was asked: cut into statements and words once,
 * however many of the answer's sentences rest on them. For one thread.
 */
final class Evidence {
    /**
     * @param quote as it is written in the passage
     */
    record Statement(String quote, Set<String> stems, boolean isDenial) {}

    /**
     * Of its title, headings and text together, but the statements of its words alone.
     *
     * @param words lower-case
     */
    record Said(
            Set<String> numbers,
            Set<String> words,
            Set<String> stems,
            List<Statement> statements) {}

    private final String language;
    private final Set<String> askedWords;
    private final Set<String> askedStems;
    private final Map<PassageId, Said> passages = new HashMap<>();

    Evidence(String question, String language) {
        this.language = language;
        askedWords = Set.copyOf(Words.plain(question));
        askedStems = Words.stems(question, language);
    }

    String language() {
        return language;
    }

    Set<String> askedWords() {
        return askedWords;
    }

    Set<String> askedStems() {
        return askedStems;
    }

    Said of(Passage passage) {
        return passages.computeIfAbsent(passage.id(), _ -> read(passage));
    }

    private Said read(Passage passage) {
        var words = Material.words(passage);
        var all = String.join("\n", passage.title(), passage.headingPath(), passage.text(), words);
        return new Said(
                Facts.numbers(all),
                new HashSet<>(Words.plain(all)),
                Words.stems(all, language),
                Sentences.of(words, language).stream()
                        .map(piece -> statement(words, piece))
                        .toList());
    }

    private Statement statement(String words, Sentences.Piece piece) {
        return new Statement(
                words.substring(piece.start(), piece.end()),
                Words.stems(piece.text(), language),
                Facts.negated(piece.text(), language));
    }
}
