package io.taros.answering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The language a visitor writes. Questions are far too short for statistics over letters, so the
 * small words decide; where they do not, what was written before, then the page's language, and
 * last the bot's own. Who asks for a language gets it, whatever is written afterwards.
 */
final class VisitorLanguage {
    private static final double TELLING = 1.5;

    /** On a page in a language we do not speak, whose small words may pass for one of ours. */
    private static final double TELLING_OF_STRANGERS = 2.5;

    /** Danish and bokmål share most small words: a tie goes to what is expected. */
    private static final double TIE = 0.5;

    /** Whoever has written one language does not change it for a word or two. */
    private static final double CHANGE = 1;

    private VisitorLanguage() {}

    /** One of ours, to answer in. */
    static String of(Question question) {
        var told = told(question);
        return told == null ? hint(question) : told;
    }

    /** Null where the visitor wrote nothing that tells. */
    static @Nullable String told(Question question) {
        var wanted = wanted(question);
        return wanted == null ? written(question) : wanted;
    }

    /** Null where none was ever asked for. */
    static @Nullable String wanted(Question question) {
        var wanted = question.heard().wants();
        for (var text : said(question)) {
            var another = LanguageWish.of(text);
            wanted = another == null ? wanted : another;
        }
        return wanted;
    }

    private static @Nullable String written(Question question) {
        var page = question.language();
        var least = page == null || Lexicon.speaks(page) ? TELLING : TELLING_OF_STRANGERS;
        var language = hint(question);
        var hasWritten = question.heard().hasWritten();
        String told = null;
        for (var text : said(question)) {
            var lead = told != null || hasWritten ? CHANGE : TIE;
            var spoken = spoken(text, language, new Needed(least, lead));
            if (spoken != null) {
                language = spoken;
                told = spoken;
            }
        }
        return told;
    }

    /**
     * @param votes for any language to count
     * @param lead over the one that is expected
     */
    private record Needed(double votes, double lead) {}

    private static List<String> said(Question question) {
        var said = new ArrayList<String>();
        question.history().stream()
                .filter(turn -> turn.speaker() == Turn.Speaker.VISITOR)
                .forEach(turn -> said.add(turn.text()));
        said.add(question.text());
        return said;
    }

    private static String hint(Question question) {
        var hint = question.language();
        if (hint != null && Lexicon.speaks(hint)) {
            return Lexicon.normalized(hint);
        }
        return Lexicon.normalized(question.bot().language());
    }

    private static @Nullable String spoken(String text, String expected, Needed needed) {
        var votes = votes(Words.plain(text));
        var best = votes.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        if (best < needed.votes()) {
            return null;
        }
        if (votes.getOrDefault(expected, 0.0) >= best - needed.lead()) {
            return expected;
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
