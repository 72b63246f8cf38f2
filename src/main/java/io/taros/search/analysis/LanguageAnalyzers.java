package io.taros.search.analysis;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopwordAnalyzerBase;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/** The analyzer of a language, made on first use: most organizations need one or two of them. */
public final class LanguageAnalyzers {
    private static final Set<String> ALIASES = Set.of("nb", "nn");

    private static final Map<String, Supplier<Analyzer>> BY_LANGUAGE =
            Map.ofEntries(
                    entry("ar", ArabicAnalyzer::new),
                    entry("bg", BulgarianAnalyzer::new),
                    entry("ca", CatalanAnalyzer::new),
                    entry("cs", CzechAnalyzer::new),
                    entry("da", DanishAnalyzer::new),
                    entry("de", GermanAnalyzer::new),
                    entry("el", GreekAnalyzer::new),
                    entry("en", EnglishAnalyzer::new),
                    entry("es", SpanishAnalyzer::new),
                    entry("et", EstonianAnalyzer::new),
                    entry("fi", FinnishAnalyzer::new),
                    entry("fr", FrenchAnalyzer::new),
                    entry("hi", HindiAnalyzer::new),
                    entry("hu", HungarianAnalyzer::new),
                    entry("it", ItalianAnalyzer::new),
                    entry("ja", CJKAnalyzer::new),
                    entry("ko", CJKAnalyzer::new),
                    entry("lt", LithuanianAnalyzer::new),
                    entry("lv", LatvianAnalyzer::new),
                    entry("nb", NorwegianAnalyzer::new),
                    entry("nl", DutchAnalyzer::new),
                    entry("nn", NorwegianAnalyzer::new),
                    entry("no", NorwegianAnalyzer::new),
                    entry("pt", PortugueseAnalyzer::new),
                    entry("ro", RomanianAnalyzer::new),
                    entry("ru", RussianAnalyzer::new),
                    entry("sv", SwedishAnalyzer::new),
                    entry("tr", TurkishAnalyzer::new),
                    entry("zh", CJKAnalyzer::new));

    /** Each with the languages it is left out in, as the index calls them. */
    static Map<String, List<String>> functionWords() {
        var words = new HashMap<String, List<String>>();
        for (var language : BY_LANGUAGE.entrySet()) {
            if (!ALIASES.contains(language.getKey())) {
                for (var word : leftOut(language.getValue().get())) {
                    words.computeIfAbsent(new String((char[]) word), each -> new ArrayList<>())
                            .add(language.getKey());
                }
            }
        }
        return words;
    }

    private static CharArraySet leftOut(Analyzer analyzer) {
        return switch (analyzer) {
            case CJKAnalyzer _ -> CharArraySet.EMPTY_SET;
            case DutchAnalyzer _ -> DutchAnalyzer.getDefaultStopSet();
            case StopwordAnalyzerBase known -> known.getStopwordSet();
            default -> CharArraySet.EMPTY_SET;
        };
    }

    private final Map<String, Analyzer> made = new ConcurrentHashMap<>();

    public Analyzer analyzerFor(String language) {
        return made.computeIfAbsent(
                language, key -> BY_LANGUAGE.getOrDefault(key, FoldingAnalyzer::new).get());
    }
}
