package io.taros.answering;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Words as they are written, and content words reduced to their stems so that they can be compared.
 */
final class Words {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’][\\p{L}]+)*");
    private static final Analyzer ENGLISH = new EnglishAnalyzer(CharArraySet.EMPTY_SET);
    private static final Map<String, Analyzer> STEMMERS =
            Map.of(
                    "en", ENGLISH,
                    "da", new DanishAnalyzer(CharArraySet.EMPTY_SET),
                    "de", new GermanAnalyzer(CharArraySet.EMPTY_SET),
                    "fr", new FrenchAnalyzer(CharArraySet.EMPTY_SET),
                    "es", new SpanishAnalyzer(CharArraySet.EMPTY_SET),
                    "nl", new DutchAnalyzer(CharArraySet.EMPTY_SET),
                    "sv", new SwedishAnalyzer(CharArraySet.EMPTY_SET),
                    "nb", new NorwegianAnalyzer(CharArraySet.EMPTY_SET));

    private Words() {}

    /** Lower-case words in order, apostrophes straight. */
    static List<String> plain(String text) {
        var words = new ArrayList<String>();
        var matcher = WORD.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
        while (matcher.find()) {
            words.add(matcher.group().toLowerCase(Locale.ROOT).replace('’', '\''));
        }
        return words;
    }

    /** The words joined by single blanks, for comparing whole phrases. */
    static String phrase(String text) {
        return String.join(" ", plain(text));
    }

    /** Content words as written, keyed by stem, in order of appearance. */
    static Map<String, String> contentByStem(String text, String language) {
        var lexicon = Lexicon.of(language);
        var content = new LinkedHashMap<String, String>();
        for (var word : plain(text)) {
            if (!lexicon.functionWords().contains(word)) {
                content.putIfAbsent(stem(word, lexicon.language()), word);
            }
        }
        return content;
    }

    static Set<String> stems(String text, String language) {
        return new LinkedHashSet<>(contentByStem(text, language).keySet());
    }

    static String stem(String word, String language) {
        var stemmer = STEMMERS.getOrDefault(language, ENGLISH);
        try (var tokens = stemmer.tokenStream("", word)) {
            var term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            var stem = tokens.incrementToken() ? term.toString() : word;
            while (tokens.incrementToken()) {
                stem += term.toString();
            }
            tokens.end();
            return stem;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
