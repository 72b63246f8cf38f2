package io.taros.answering;

import io.taros.search.Passage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a sentence follows from the passages it cites. What must be exactly right is compared
 * strictly: numbers, names, negation. Wording is compared by its content words, and by meaning
 * where the words differ.
 */
final class Grounding {
    /** Below this a sentence is withheld. */
    static final double ENOUGH = 0.5;

    private static final int MAX_LEAD_IN = 60;
    private static final double WORTH_A_SECOND_LOOK = 0.25;
    private static final double SAME_MEANING = 0.72;
    private static final double SAME_STATEMENT = 0.5;

    private final Closeness closeness;

    Grounding(Closeness closeness) {
        this.closeness = closeness;
    }

    /**
     * @param quote the sentence of the passages that carries it best, verbatim
     */
    record Support(
            double score, @Nullable String objection, @Nullable Passage passage, String quote) {
        boolean isEnough() {
            return objection == null && score >= ENOUGH;
        }

        static Support refused(String objection) {
            return new Support(0, objection, null, "");
        }
    }

    Support support(String sentence, List<Passage> cited, String question, String language) {
        if (cited.isEmpty()) {
            return Support.refused("cites nothing");
        }
        var all = new StringBuilder();
        cited.forEach(passage -> all.append(said(passage)).append('\n'));
        var source = all.toString();
        var strict = strictly(sentence, source, question, language);
        if (strict != null) {
            return Support.refused(strict);
        }
        if (cited.stream().noneMatch(passage -> sameLanguage(passage, language))) {
            return acrossLanguages(cited);
        }
        return byWording(sentence, source, cited, new Asked(question, language));
    }

    /** The words of a passage that carry a sentence best. */
    String quote(String sentence, Passage passage, String language) {
        return best(Words.stems(sentence, language), List.of(passage), language).quote();
    }

    /** Whether a sentence says nothing of its own, such as "Yes:" or the question turned round. */
    static boolean isLeadIn(String sentence, String question, String language) {
        if (sentence.length() > MAX_LEAD_IN) {
            return false;
        }
        var stems = Words.stems(sentence, language);
        stems.removeAll(Words.stems(question, language));
        return stems.size() <= 1
                && Facts.numbers(sentence).isEmpty()
                && Facts.names(sentence, language).stream()
                        .allMatch(Words.plain(question)::contains);
    }

    private record Asked(String question, String language) {}

    private static @Nullable String strictly(
            String sentence, String source, String question, String language) {
        var numbers = Facts.numbers(sentence);
        numbers.removeAll(Facts.numbers(source));
        if (!numbers.isEmpty()) {
            return "a number the passages do not have";
        }
        var known = new HashSet<>(Words.plain(source));
        known.addAll(Words.plain(question));
        for (var name : Facts.names(sentence, language)) {
            if (!known.containsAll(Words.plain(name))) {
                return "a name the passages do not have";
            }
        }
        return null;
    }

    private static boolean sameLanguage(Passage passage, String language) {
        return passage.language().equals("und")
                || Lexicon.normalized(passage.language()).equals(language);
    }

    /**
     * Words cannot be compared across languages: numbers and names were, and that is all that is
     * claimed.
     */
    private static Support acrossLanguages(List<Passage> cited) {
        var passage = cited.getFirst();
        var pieces = Sentences.of(Material.words(passage), passage.language());
        var quote = pieces.isEmpty() ? passage.text() : raw(passage, pieces.getFirst());
        return new Support(ENOUGH, null, passage, quote);
    }

    private Support byWording(String sentence, String source, List<Passage> cited, Asked asked) {
        var claimed = Words.stems(sentence, asked.language());
        var inQuestion = Words.stems(asked.question(), asked.language());
        var inSource = Words.stems(source, asked.language());
        if (claimed.isEmpty()) {
            return Support.refused("says nothing of its own");
        }
        var share = share(claimed, inSource, inQuestion);
        var best = best(claimed, cited, asked.language());
        if (share < ENOUGH
                && share >= WORTH_A_SECOND_LOOK
                && isClose(sentence, best, asked.language())) {
            share = ENOUGH;
        }
        if (best.share() >= SAME_STATEMENT
                && contradicts(sentence, best, cited, asked.language())) {
            return Support.refused("says yes where the passage says no, or no where it says yes");
        }
        return new Support(share, null, best.passage(), best.quote());
    }

    /** Affirms what the source denies, or denies what nothing in the source denies. */
    private static boolean contradicts(
            String sentence, Best best, List<Passage> cited, String language) {
        if (!Facts.negated(sentence, language)) {
            return overlap(Facts.denied(best.quote(), language), Words.stems(sentence, language));
        }
        return !Facts.negated(best.quote(), language)
                && overlap(Facts.denied(sentence, language), Words.stems(best.quote(), language))
                && !someNegated(sentence, cited, language);
    }

    private static boolean overlap(Set<String> some, Set<String> others) {
        return some.stream().anyMatch(others::contains);
    }

    private boolean isClose(String sentence, Best best, String language) {
        return closeness.of(sentence, List.of(best.quote()), language)[0] >= SAME_MEANING;
    }

    private record Best(Passage passage, String quote, double share) {}

    private static Best best(Set<String> claimed, List<Passage> cited, String language) {
        var best = new Best(cited.getFirst(), Material.words(cited.getFirst()), 0);
        for (var passage : cited) {
            for (var piece : Sentences.of(Material.words(passage), language)) {
                var share = share(claimed, Words.stems(piece.text(), language));
                if (share > best.share()) {
                    best = new Best(passage, raw(passage, piece), share);
                }
            }
        }
        return best;
    }

    /**
     * A denial may join two sentences of the source: it is fine when one close to it denies as
     * well.
     */
    private static boolean someNegated(String sentence, List<Passage> cited, String language) {
        if (!Facts.negated(sentence, language)) {
            return false;
        }
        var claimed = Words.stems(sentence, language);
        return cited.stream()
                .flatMap(passage -> Sentences.of(Material.words(passage), language).stream())
                .filter(piece -> Facts.negated(piece.text(), language))
                .anyMatch(piece -> share(claimed, Words.stems(piece.text(), language)) >= 0.4);
    }

    private static String raw(Passage passage, Sentences.Piece piece) {
        return Material.words(passage).substring(piece.start(), piece.end());
    }

    private static String said(Passage passage) {
        return passage.title()
                + "\n"
                + passage.headingPath()
                + "\n"
                + passage.text()
                + "\n"
                + Material.words(passage);
    }

    private static double share(Set<String> claimed, Set<String> said) {
        if (claimed.isEmpty()) {
            return 0;
        }
        var found =
                claimed.stream()
                        .filter(stem -> said.contains(stem) || compound(stem, said))
                        .count();
        return (double) found / claimed.size();
    }

    /**
     * Words the visitor used count half against a sentence: "shoes" may take the place of "items",
     * but a sentence that only hands the visitor's words back is not supported by anything.
     */
    private static double share(Set<String> claimed, Set<String> said, Set<String> asked) {
        var found = 0.0;
        var all = 0.0;
        for (var stem : claimed) {
            var isSaid = said.contains(stem) || compound(stem, said);
            found += isSaid ? 1 : 0;
            all += isSaid || !asked.contains(stem) ? 1 : 0.5;
        }
        return found / all;
    }

    private static boolean compound(String stem, Set<String> said) {
        return stem.length() >= 6
                && said.stream()
                        .anyMatch(other ->
                                other.length() >= 5
                                        && (other.contains(stem) || stem.startsWith(other)));
    }
}
