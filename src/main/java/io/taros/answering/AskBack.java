package io.taros.answering;

import io.taros.search.Hit;
import io.taros.search.Passage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/**
 * Names what the bot does know where it is not sure what is meant: manual questions as they are
 * asked, of other documents the title and where in it the passage stands. The words are those of
 * passages that were just read again from PostgreSQL; nothing is made up.
 */
final class AskBack {
    private static final int MAX_CHOICES = 3;
    private static final int MAX_LENGTH = 160;
    private static final int MAX_WITH_HEADING = 90;
    private static final double NEAR_IN_WORDS = 0.25;
    private static final double NEAR_IN_MEANING = 0.4;

    /** Share of the best hit's search score below which a hit is another matter. */
    private static final double NEARLY_AS_GOOD = 0.5;

    private final OutputFilter filter = OutputFilter.forQuotes();

    /** The best first, one of each document, none that repeats the question. */
    List<String> choices(Course course, Material material) {
        if (course.question().text().chars().noneMatch(Character::isLetter)) {
            // A number alone, such as that of a phone or an order, is near to nothing.
            return List.of();
        }
        var said = new HashSet<>(List.of(Words.phrase(course.question().text())));
        var documents = new HashSet<>();
        var choices = new ArrayList<String>();
        for (var hit : material.hits()) {
            if (choices.size() == MAX_CHOICES) {
                break;
            }
            var choice = words(hit.passage());
            if (isNear(hit)
                    && isNearlyAsGood(hit, material.hits().getFirst())
                    && isSpeakable(choice, hit.passage())
                    && !documents.contains(hit.passage().document())
                    && said.add(Words.phrase(choice))) {
                documents.add(hit.passage().document());
                choices.add(choice);
            }
        }
        return choices;
    }

    /**
     * A score may be high for want of rivals, as where little is known yet. What is offered has to
     * be near the question by itself, too.
     */
    private static boolean isNear(Hit hit) {
        var features = hit.features();
        return features.coverage() >= NEAR_IN_WORDS
                || features.familiarity() * features.vectorSimilarity() >= NEAR_IN_MEANING;
    }

    /** What is meant is not known, so what came second may be it. */
    private static boolean isNearlyAsGood(Hit hit, Hit best) {
        return hit.score() >= NEARLY_AS_GOOD * best.score();
    }

    private boolean isSpeakable(String choice, Passage passage) {
        return !Words.phrase(choice).isEmpty()
                && choice.length() <= MAX_LENGTH
                && filter.objection(choice, List.of(passage)) == null;
    }

    private static String words(Passage passage) {
        var own = passage.kind() == Passage.Kind.QUESTION ? passage.text() : place(passage);
        return OutputFilter.visible(own).replaceAll("\\s+", " ").strip();
    }

    private static String place(Passage passage) {
        var heading =
                Arrays.stream(passage.headingPath().split(" > "))
                        .filter(each -> !each.isBlank() && !each.equals(passage.title()))
                        .reduce("", (_, last) -> last);
        if (passage.title().isBlank() || heading.isEmpty()) {
            return passage.title() + heading;
        }
        var both = passage.title() + ": " + heading;
        return both.length() <= MAX_WITH_HEADING ? both : passage.title();
    }
}
