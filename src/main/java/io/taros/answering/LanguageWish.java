package io.taros.answering;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hears who asks to be answered in a language we speak: "in English please", "kan du svare på
 * tysk?". Nothing else may be said in it, for "do you have the manual in German?" asks for a
 * manual.
 */
final class LanguageWish {
    private static final int FEWEST_WORDS = 2;

    /** What each language calls the languages of the widget. */
    private static final Map<String, Map<String, String>> NAMES = names();

    private LanguageWish() {}

    /** Null where none is asked for. */
    static @Nullable String of(String text) {
        var words = Words.plain(text);
        if (words.size() < FEWEST_WORDS) {
            return null;
        }
        for (var lexicon : Lexicon.all()) {
            var wanted = named(words, lexicon);
            if (wanted != null) {
                return wanted;
            }
        }
        return null;
    }

    private static @Nullable String named(List<String> words, Lexicon lexicon) {
        var names = NAMES.getOrDefault(lexicon.language(), Map.of());
        String wanted = null;
        for (var word : words) {
            var named = names.get(word);
            if (named == null ? !lexicon.languageFillers().contains(word) : wanted != null) {
                return null;
            }
            wanted = named == null ? wanted : named;
        }
        return wanted;
    }

    private static Map<String, Map<String, String>> names() {
        var all = new HashMap<String, Map<String, String>>();
        for (var speaker : Lexicon.LANGUAGES) {
            var names = new HashMap<String, String>();
            for (var language : Lexicon.LANGUAGES) {
                names.put(VisitorText.nameOf(language, speaker).toLowerCase(Locale.ROOT), language);
            }
            all.put(speaker, Map.copyOf(names));
        }
        return Map.copyOf(all);
    }
}
