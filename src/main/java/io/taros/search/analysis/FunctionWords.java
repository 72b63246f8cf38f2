package io.taros.search.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The small words that sentences of a language are made with, and names, addresses and figures are
 * not: those its analyzer leaves out.
 */
public final class FunctionWords {
    /** Fewer may be part of a name. */
    private static final int FEWEST = 2;

    /** Has no analyzer. */
    private static final String POLISH =
            "aby ale bez być by było co czy dla do gdy i ich jak jako jego jej jest już lub może można my na nad nasz nie nim o od oraz po pod poza prosimy przed przez przy są się ta tak te tego tej ten to tylko tym u w we wszystkie z za ze został że";

    private static final Map<String, List<String>> LANGUAGES = languages();

    /** How many different ones of each language a text has. */
    private final Map<String, Integer> counts = new HashMap<>();

    private FunctionWords() {}

    private static Map<String, List<String>> languages() {
        var languages = LanguageAnalyzers.functionWords();
        for (var word : POLISH.split(" ")) {
            languages.computeIfAbsent(word, each -> new ArrayList<>()).add("pl");
        }
        return languages;
    }

    public static FunctionWords of(String text) {
        var words = new FunctionWords();
        for (var word : different(text)) {
            for (var language : LANGUAGES.getOrDefault(word, List.of())) {
                words.counts.merge(language, 1, Integer::sum);
            }
        }
        return words;
    }

    private static Set<String> different(String text) {
        var words = new HashSet<String>();
        var start = 0;
        for (var at = 0; at <= text.length(); at++) {
            if (at == text.length() || !Character.isLetter(text.charAt(at))) {
                if (at > start) {
                    words.add(text.substring(start, at).toLowerCase(Locale.ROOT));
                }
                start = at + 1;
            }
        }
        return words;
    }

    public boolean speak(String language) {
        return count(language) >= FEWEST;
    }

    /** Whether it is plainly not written in {@code expected}, which has many of the same. */
    public boolean speak(String language, String expected) {
        return count(language) - count(expected) >= FEWEST;
    }

    /** Whether they may be another language's rather than {@code expected}. */
    public boolean mayBeAnother(String expected) {
        return counts.values().stream()
                .anyMatch(count -> count >= FEWEST && count > count(expected));
    }

    private int count(String language) {
        return counts.getOrDefault(language, 0);
    }
}
