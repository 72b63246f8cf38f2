package io.taros.answering;

import io.taros.search.Hit;
import io.taros.search.Passage;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives a manual answer word for word, when it is certain that its question is the one that was
 * asked. Certain means the same words, or nearly the same content words and the same meaning: a
 * number, a negation or a single other content word makes it another question. "My order is
 * cancelled" and "cancel my order" share their content words, and only one of them is a wish.
 */
final class ExactComposer {
    private static final double SAME_WORDS = 0.80;
    private static final double CLOSE = 0.80;
    private static final double NEARLY_SAME_WORDS = 0.60;
    private static final double SAME_MEANING = 0.90;

    private final Closeness closeness;

    ExactComposer(Closeness closeness) {
        this.closeness = closeness;
    }

    Optional<Draft> compose(String asked, Material material) {
        return material.hits().stream()
                .filter(hit -> hit.passage().kind() == Passage.Kind.QUESTION)
                .filter(hit -> hit.passage().answer() != null)
                .filter(hit -> isSameQuestion(asked, hit, material.language()))
                .findFirst()
                .map(hit -> draft(hit.passage()));
    }

    private static Draft draft(Passage passage) {
        var answer = Material.words(passage).strip();
        var citation =
                new Citation(
                        1,
                        passage.source(),
                        passage.document(),
                        passage.id(),
                        passage.title(),
                        passage.url(),
                        answer);
        return new Draft(Composer.EXACT, answer, List.of(citation), 1, 1, Usage.NONE);
    }

    private boolean isSameQuestion(String asked, Hit hit, String language) {
        var known = hit.passage().text();
        if (Words.phrase(asked).equals(Words.phrase(known))) {
            return true;
        }
        var ours = Words.stems(asked, language);
        var theirs = Words.stems(known, language);
        if (ours.isEmpty() || theirs.isEmpty() || !sameFacts(asked, known, language)) {
            return false;
        }
        var alike = alike(ours, theirs);
        if (alike < NEARLY_SAME_WORDS) {
            return false;
        }
        var close = closeness.cosines(asked, List.of(known))[0];
        return alike >= SAME_WORDS
                ? close >= CLOSE
                : hit.features().familiarity() * close >= SAME_MEANING;
    }

    private static double alike(Set<String> ours, Set<String> theirs) {
        var both = new HashSet<>(ours);
        both.retainAll(theirs);
        var all = new HashSet<>(ours);
        all.addAll(theirs);
        return (double) both.size() / all.size();
    }

    private static boolean sameFacts(String asked, String known, String language) {
        return Facts.numbers(asked).equals(Facts.numbers(known))
                && Facts.letters(asked).equals(Facts.letters(known))
                && Facts.negated(asked, language) == Facts.negated(known, language);
    }
}
