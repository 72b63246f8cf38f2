package io.taros.search.lucene;

import io.taros.search.Passage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.jspecify.annotations.Nullable;

/**
 * Guesses what was meant by words of a question that stand nowhere in the index, out of those that
 * do. A guess is searched for beside what was written, never in its place.
 */
final class Spelling {
    /** Shorter words have too many neighbours: four letters turned right ones into others. */
    private static final int SHORTEST = 5;

    /** From here on one word may have two errors. */
    private static final int LONG = 8;

    /** A longer question has enough words that are spelled right, and each costs a look. */
    private static final int MANY_WORDS = 20;

    private final IndexFields.FieldAnalyzer analyzer;
    private final Compounds compounds;

    Spelling(IndexFields.FieldAnalyzer analyzer) {
        this.analyzer = analyzer;
        this.compounds = new Compounds(analyzer);
    }

    /** The question as it was probably meant; empty where it is as it was written. */
    Optional<String> corrected(IndexReader reader, String question) throws IOException {
        var vocabulary = MultiTerms.getTerms(reader, IndexFields.SPELLING);
        var words = words(question);
        if (vocabulary == null || words.size() > MANY_WORDS) {
            return Optional.empty();
        }
        var corrected = new StringBuilder();
        var from = 0;
        for (var word : words) {
            var meant = isDoubtful(reader, word.text()) ? meant(vocabulary, word.text()) : null;
            if (meant != null) {
                corrected.append(question, from, word.start()).append(meant);
                from = word.end();
            }
        }
        return from == 0
                ? Optional.empty()
                : Optional.of(corrected.append(question.substring(from)).toString());
    }

    private record Word(String text, int start, int end) {}

    private List<Word> words(String question) throws IOException {
        var words = new ArrayList<Word>();
        try (var stream = analyzer.tokenStream(IndexFields.SPELLING, question)) {
            var text = stream.addAttribute(CharTermAttribute.class);
            var place = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (words.size() <= MANY_WORDS && stream.incrementToken()) {
                words.add(new Word(text.toString(), place.startOffset(), place.endOffset()));
            }
        }
        return words;
    }

    private boolean isDoubtful(IndexReader reader, String word) throws IOException {
        if (word.length() < SHORTEST
                || !isLetters(word)
                || reader.docFreq(new Term(IndexFields.SPELLING, word)) > 0) {
            return false;
        }
        for (var language : IndexFields.languages(reader)) {
            if (isKnown(reader, language, word)) {
                return false;
            }
        }
        return true;
    }

    /** Another form of a word the index has, a compound of two, or a word nobody searches for. */
    private boolean isKnown(IndexReader reader, String language, String word) throws IOException {
        var terms = analyzer.terms(IndexFields.words(Passage.Kind.TEXT, language), word);
        for (var term : terms) {
            for (var kind : Passage.Kind.values()) {
                if (reader.docFreq(new Term(IndexFields.words(kind, language), term)) > 0) {
                    return true;
                }
            }
        }
        return terms.isEmpty() || compounds.isOne(reader, language, word);
    }

    private static @Nullable String meant(Terms vocabulary, String word) throws IOException {
        var near = nearest(vocabulary, word, 1, 0);
        return near == null && word.length() >= LONG ? nearest(vocabulary, word, 2, 1) : near;
    }

    /**
     * The most frequent within so many letters left out, added, changed or swapped; one that begins
     * with the same letter comes first, because people seldom get that one wrong.
     */
    private static @Nullable String nearest(Terms vocabulary, String word, int edits, int prefix)
            throws IOException {
        var near =
                new FuzzyTermsEnum(
                        vocabulary, new Term(IndexFields.SPELLING, word), edits, prefix, true);
        String best = null;
        var bestRank = 0L;
        for (var bytes = near.next(); bytes != null; bytes = near.next()) {
            var text = bytes.utf8ToString();
            var first = text.charAt(0) == word.charAt(0) ? Integer.MAX_VALUE : 0L;
            var rank = first + near.docFreq();
            if (text.length() >= SHORTEST - 1 && isLetters(text) && rank > bestRank) {
                best = text;
                bestRank = rank;
            }
        }
        return best;
    }

    /** Numbers and product codes are right as they are. */
    private static boolean isLetters(String word) {
        return word.codePoints().allMatch(Character::isLetter);
    }
}
