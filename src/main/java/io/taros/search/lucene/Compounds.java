package io.taros.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;

/**
 * Takes the compounds of a question apart, and puts its words together, in languages that write
 * compounds as one word. The only dictionary is the organization's own index: parts and wholes
 * count where its texts have them.
 */
final class Compounds {
    private static final Set<String> LANGUAGES = Set.of("da", "de", "nl", "no", "sv");

    private static final int SHORTEST_FIRST = 4;

    /** The Danish "tid" and "fri" end many compounds. */
    private static final int SHORTEST_LAST = 3;

    /** Such as s, e, er and en; more would let other words in between. */
    private static final int LONGEST_LINK = 2;

    /** Words of a question that belong together may have one between them. */
    private static final int NEIGHBOURS = 2;

    /** Flat from .4 to .8 (docs/adr/026-words-of-the-index.md). */
    private static final double PARTS = 0.6;

    private static final double WHOLE = 0.8;

    private final IndexFields.FieldAnalyzer analyzer;

    Compounds(IndexFields.FieldAnalyzer analyzer) {
        this.analyzer = analyzer;
    }

    /**
     * What may stand in a passage in a term's place.
     *
     * @param terms which all together say what the term says
     */
    record Instead(List<String> terms, double weight) {}

    /** By the question's terms in this language, which its words are analyzed to here. */
    Map<String, List<Instead>> of(IndexReader reader, String language, List<String> words)
            throws IOException {
        if (!LANGUAGES.contains(language)) {
            return Map.of();
        }
        var vocabulary = new Vocabulary(reader, language);
        var asked = words.stream().flatMap(word -> asked(language, word)).toList();
        var instead = new HashMap<String, List<Instead>>();
        for (var i = 0; i < asked.size(); i++) {
            var word = asked.get(i);
            var parts = parts(vocabulary, language, word.written());
            if (!parts.isEmpty()) {
                add(instead, word, new Instead(parts, PARTS));
            }
            for (var next : asked.subList(i + 1, Math.min(asked.size(), i + 1 + NEIGHBOURS))) {
                for (var whole : wholes(vocabulary, language, word, next)) {
                    add(instead, word, new Instead(List.of(whole), WHOLE));
                    add(instead, next, new Instead(List.of(whole), WHOLE));
                }
            }
        }
        return instead;
    }

    /** Whether a word is put together of two that are in the index. */
    boolean isOne(IndexReader reader, String language, String word) throws IOException {
        return LANGUAGES.contains(language)
                && !parts(new Vocabulary(reader, language), language, word).isEmpty();
    }

    private record Word(String written, String term) {}

    /** None for a word that nobody searches for. */
    private Stream<Word> asked(String language, String word) {
        return term(language, word).stream().map(term -> new Word(word, term));
    }

    private static void add(Map<String, List<Instead>> all, Word word, Instead instead) {
        all.computeIfAbsent(word.term(), any -> new ArrayList<>()).add(instead);
    }

    /**
     * The two most frequent parts; empty where there are none. Each is analyzed as it would be
     * alone, which takes off most of what links the first to the last.
     */
    private List<String> parts(Vocabulary vocabulary, String language, String word)
            throws IOException {
        var best = List.<String>of();
        var most = 0.0;
        for (var cut = SHORTEST_FIRST; cut <= word.length() - SHORTEST_LAST; cut++) {
            var last = term(language, word.substring(cut)).orElse("");
            var frequency = vocabulary.frequency(last);
            if (frequency > 0) {
                var first = term(language, word.substring(0, cut)).orElse("");
                var both = Math.sqrt((double) frequency * vocabulary.frequency(first));
                if (both > most && Math.min(first.length(), last.length()) >= SHORTEST_LAST) {
                    most = both;
                    best = List.of(first, last);
                }
            }
        }
        return best;
    }

    /** A bag for a laptop is a laptop bag, and a laptop's bag may be one, too. */
    private Set<String> wholes(Vocabulary vocabulary, String language, Word one, Word other)
            throws IOException {
        var wholes = new TreeSet<>(wholesInOrder(vocabulary, language, one, other));
        wholes.addAll(wholesInOrder(vocabulary, language, other, one));
        return wholes;
    }

    /** A word loses other letters at the end of a long word than it does alone. */
    private Set<String> wholesInOrder(Vocabulary vocabulary, String language, Word first, Word last)
            throws IOException {
        var isLong =
                first.term().length() >= SHORTEST_FIRST && last.term().length() >= SHORTEST_LAST;
        var joined = isLong ? term(language, first.written() + last.written()).orElse("") : "";
        return joined.length() >= first.written().length() + SHORTEST_LAST
                ? vocabulary.between(
                        first.term(), joined.substring(first.written().length()), LONGEST_LINK)
                : Set.of();
    }

    private Optional<String> term(String language, String word) {
        return analyzer.terms(IndexFields.title(language), word).stream().findFirst();
    }
}
