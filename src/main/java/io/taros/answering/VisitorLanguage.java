package io.taros.answering;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The language a visitor writes. Questions are far too short for statistics over letters, so the
 * small words decide; where they do not, the page's language does, and last the bot's own.
 */
final class VisitorLanguage {
    private VisitorLanguage() {}

    static String of(Question question) {
        var hint = hint(question);
        var spoken = spoken(question.text(), hint);
        if (spoken != null) {
            return spoken;
        }
        var turns = question.history();
        for (var i = turns.size() - 1; i >= 0; i--) {
            if (turns.get(i).speaker() == Turn.Speaker.VISITOR) {
                var earlier = spoken(turns.get(i).text(), hint);
                if (earlier != null) {
                    return earlier;
                }
            }
        }
        return hint;
    }

    private static String hint(Question question) {
        var hint = question.language();
        if (hint != null && Lexicon.speaks(hint)) {
            return Lexicon.normalized(hint);
        }
        return Lexicon.normalized(question.bot().language());
    }

    static @Nullable String spoken(String text, String hint) {
        var votes = votes(Words.plain(text));
        var best = votes.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        if (best < 1.5) {
            return null;
        }
        // Danish and bokmål share most small words: a tie goes to the hint.
        if (votes.getOrDefault(hint, 0.0) >= best - 0.5) {
            return hint;
        }
        return Lexicon.LANGUAGES.stream()
                .filter(language -> votes.getOrDefault(language, 0.0) == best)
                .findFirst()
                .orElse(null);
    }

    private static Map<String, Double> votes(List<String> words) {
        var votes = new HashMap<String, Double>();
        for (var lexicon : Lexicon.all()) {
            var vote = 0.0;
            for (var word : words) {
                if (lexicon.telltales().contains(word)) {
                    vote += 1;
                }
                if (lexicon.functionWords().contains(word)) {
                    vote += 0.5;
                }
            }
            votes.put(lexicon.language(), vote);
        }
        return votes;
    }
}
