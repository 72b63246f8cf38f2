package io.taros.answering;

import io.taros.answering.Trace.Standalone;
import io.taros.platform.masking.Masking;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a follow-up searchable without a model: "And for children?" says nothing to an index, but
 * it does with the content words of the question before it. Joining every earlier turn was measured
 * to help one set of conversations and to hurt another, so only as many turns are taken as it needs
 * to reach one that stood on its own.
 */
final class FollowUp {
    private static final int MAX_ADDED_WORDS = 12;
    private static final int MAX_TURNS_BACK = 3;
    private static final int ELLIPSIS_WORDS = 2;

    private FollowUp() {}

    static Standalone standalone(Question question, String language) {
        if (!leans(question, language)) {
            return new Standalone(question.text(), Standalone.Method.UNCHANGED);
        }
        var own = Words.contentByStem(question.text(), language);
        var added = earlierWords(visitorTurns(question), language, own);
        if (added.isEmpty()) {
            return new Standalone(question.text(), Standalone.Method.UNCHANGED);
        }
        var text = question.text().strip() + " " + String.join(" ", added.values());
        return new Standalone(text, Standalone.Method.WORDS_ADDED);
    }

    /** Whether the question needs what was said before it. */
    static boolean leans(Question question, String language) {
        return !visitorTurns(question).isEmpty() && leans(question.text(), language);
    }

    private static Map<String, String> earlierWords(
            List<String> turns, String language, Map<String, String> own) {
        var added = new LinkedHashMap<String, String>();
        var oldest = Math.max(0, turns.size() - MAX_TURNS_BACK);
        for (var i = turns.size() - 1; i >= oldest; i--) {
            // Taken apart, an address or a number could not be told from other words any more.
            var told = Masking.without(turns.get(i));
            for (var word : Words.contentByStem(told, language).entrySet()) {
                if (added.size() < MAX_ADDED_WORDS && !own.containsKey(word.getKey())) {
                    added.putIfAbsent(word.getKey(), word.getValue());
                }
            }
            if (!leans(turns.get(i), language)) {
                break;
            }
        }
        return added;
    }

    private static boolean leans(String text, String language) {
        var lexicon = Lexicon.of(language);
        var words = Words.plain(text);
        var content = Words.contentByStem(text, language).size();
        if (content <= ELLIPSIS_WORDS && words.size() <= 2 * ELLIPSIS_WORDS + 1) {
            return true;
        }
        if (words.stream().anyMatch(lexicon.references()::contains)
                && content <= 3 * ELLIPSIS_WORDS) {
            return true;
        }
        return content <= 2 * ELLIPSIS_WORDS && opensLikeFollowUp(String.join(" ", words), lexicon);
    }

    private static boolean opensLikeFollowUp(String phrase, Lexicon lexicon) {
        return lexicon.openings().stream()
                .anyMatch(opening -> phrase.equals(opening) || phrase.startsWith(opening + " "));
    }

    private static List<String> visitorTurns(Question question) {
        var turns = new ArrayList<String>();
        for (var turn : question.history()) {
            if (turn.speaker() == Turn.Speaker.VISITOR
                    && Wish.of(turn.text(), "en").kind() == Wish.Kind.QUESTION) {
                turns.add(turn.text());
            }
        }
        return turns;
    }
}
