package io.taros.conversation;

import io.taros.answering.Answer;
import io.taros.answering.Turn;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Recognizes what nobody writes who wants help: the same again and again, links and nothing else,
 * one thing after the other that the knowledge says nothing about. It is looked for at the second,
 * fourth, eighth and sixteenth message, so that a real conversation is hardly ever measured and a
 * flood costs little, and with as much patience as somebody in need would want.
 */
final class Flood {
    private static final Set<Integer> LOOKED_AT = Set.of(2, 4, 8, 16);
    private static final int PATIENCE_WITH_LINKS = 4;
    private static final int PATIENCE_WITH_REPETITION = 8;
    private static final int PATIENCE_WITH_OTHER_MATTERS = 16;

    private static final Pattern LINK = Pattern.compile("(?:https?://|www\\.)\\S+");
    private static final int WORDS_BESIDE_LINKS = 3;

    private Flood() {}

    /**
     * @param spoken how many messages of the visitor's there are with this one
     */
    static boolean isOne(List<Turn> history, String text, int spoken) {
        if (!LOOKED_AT.contains(spoken)) {
            return false;
        }
        var said =
                Stream.concat(
                                history.stream()
                                        .filter(turn -> turn.speaker() == Turn.Speaker.VISITOR)
                                        .map(Turn::text),
                                Stream.of(text))
                        .toList();
        var isLinks = said.stream().allMatch(Flood::isLinks);
        var isRepeated = isRepeated(said);
        return (isLinks && isRepeated)
                || (isLinks && spoken >= PATIENCE_WITH_LINKS)
                || (isRepeated && spoken >= PATIENCE_WITH_REPETITION)
                || (isBesideEverything(history) && spoken >= PATIENCE_WITH_OTHER_MATTERS);
    }

    private static boolean isLinks(String text) {
        var others = LINK.matcher(text).replaceAll(" ").strip();
        return LINK.matcher(text).find()
                && (others.isEmpty() || others.split("\\s+").length < WORDS_BESIDE_LINKS);
    }

    private static boolean isRepeated(List<String> said) {
        return said.size() > 1
                && said.stream()
                                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                                .distinct()
                                .count()
                        == 1;
    }

    /** Nothing of late was answered, neither by the bot nor by a person. */
    private static boolean isBesideEverything(List<Turn> history) {
        var replies =
                history.stream().filter(turn -> turn.speaker() != Turn.Speaker.VISITOR).toList();
        return !replies.isEmpty()
                && replies.stream()
                        .allMatch(turn ->
                                turn.speaker() == Turn.Speaker.BOT
                                        && turn.decision() == Answer.Decision.HAND_OVER);
    }
}
