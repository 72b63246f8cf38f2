package io.taros.answering;

import io.taros.answering.Evidence.Said;
import io.taros.answering.Evidence.Statement;
import io.taros.search.Passage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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

    Support support(String sentence, List<Passage> cited, Evidence evidence) {
        if (cited.isEmpty()) {
            return Support.refused("cites nothing");
        }
        var said = cited.stream().map(evidence::of).toList();
        var strict = strictly(sentence, said, evidence);
        if (strict != null) {
            return Support.refused(strict);
        }
        if (cited.stream().noneMatch(passage -> sameLanguage(passage, evidence.language()))) {
            return acrossLanguages(cited);
        }
        return byWording(sentence, cited, evidence);
    }

    /** The words of a passage that carry a sentence best. */
    String quote(String sentence, Passage passage, Evidence evidence) {
        return best(Words.stems(sentence, evidence.language()), List.of(passage), evidence)
                .statement()
                .quote();
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

    private static @Nullable String strictly(String sentence, List<Said> said, Evidence evidence) {
        if (!isSaid(Facts.numbers(sentence), said, Said::numbers)) {
            return "a number the passages do not have";
        }
        for (var name : Facts.names(sentence, evidence.language())) {
            var words = new HashSet<>(Words.plain(name));
            words.removeAll(evidence.askedWords());
            if (!isSaid(words, said, Said::words)) {
                return "a name the passages do not have";
            }
        }
        return null;
    }

    private static boolean isSaid(
            Set<String> claimed, List<Said> said, Function<Said, Set<String>> kind) {
        return claimed.stream()
                .allMatch(one -> said.stream().anyMatch(each -> kind.apply(each).contains(one)));
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
        var words = Material.words(passage);
        var pieces = Sentences.of(words, passage.language());
        var quote =
                pieces.isEmpty()
                        ? passage.text()
                        : words.substring(pieces.getFirst().start(), pieces.getFirst().end());
        return new Support(ENOUGH, null, passage, quote);
    }

    private Support byWording(String sentence, List<Passage> cited, Evidence evidence) {
        var claimed = Words.stems(sentence, evidence.language());
        if (claimed.isEmpty()) {
            return Support.refused("says nothing of its own");
        }
        var inSource = new HashSet<String>();
        cited.forEach(passage -> inSource.addAll(evidence.of(passage).stems()));
        var share = share(claimed, inSource, evidence.askedStems());
        var best = best(claimed, cited, evidence);
        if (share < ENOUGH
                && share >= WORTH_A_SECOND_LOOK
                && isClose(sentence, best, evidence.language())) {
            share = ENOUGH;
        }
        if (best.share() >= SAME_STATEMENT && contradicts(sentence, best, cited, evidence)) {
            return Support.refused("says yes where the passage says no, or no where it says yes");
        }
        return new Support(share, null, best.passage(), best.statement().quote());
    }

    /** Affirms what the source denies, or denies what nothing in the source denies. */
    private static boolean contradicts(
            String sentence, Best best, List<Passage> cited, Evidence evidence) {
        var language = evidence.language();
        var quote = best.statement().quote();
        if (!Facts.negated(sentence, language)) {
            return overlap(Facts.denied(quote, language), Words.stems(sentence, language));
        }
        return !Facts.negated(quote, language)
                && overlap(Facts.denied(sentence, language), Words.stems(quote, language))
                && !someNegated(Words.stems(sentence, language), cited, evidence);
    }

    private static boolean overlap(Set<String> some, Set<String> others) {
        return some.stream().anyMatch(others::contains);
    }

    private boolean isClose(String sentence, Best best, String language) {
        return closeness.of(sentence, List.of(best.statement().quote()), language)[0]
                >= SAME_MEANING;
    }

    private record Best(Passage passage, Statement statement, double share) {}

    private static Best best(Set<String> claimed, List<Passage> cited, Evidence evidence) {
        var first = cited.getFirst();
        var best = new Best(first, new Statement(Material.words(first), Set.of(), false), 0);
        for (var passage : cited) {
            for (var statement : evidence.of(passage).statements()) {
                var share = share(claimed, statement.stems());
                if (share > best.share()) {
                    best = new Best(passage, statement, share);
                }
            }
        }
        return best;
    }

    /**
     * A denial may join two sentences of the source: it is fine when one close to it denies as
     * well.
     */
    private static boolean someNegated(
            Set<String> claimed, List<Passage> cited, Evidence evidence) {
        return cited.stream()
                .flatMap(passage -> evidence.of(passage).statements().stream())
                .filter(Statement::isDenial)
                .anyMatch(statement -> share(claimed, statement.stems()) >= 0.4);
    }

    private static double share(Set<String> claimed, Set<String> said) {
        if (claimed.isEmpty()) {
            return 0;
        }
        var found = 0;
        for (var stem : claimed) {
            found += said.contains(stem) || compound(stem, said) ? 1 : 0;
        }
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

    /** A loop: every word of an answer is compared with every word of its passages. */
    private static boolean compound(String stem, Set<String> said) {
        if (stem.length() < 6) {
            return false;
        }
        for (var other : said) {
            if (other.length() >= 5 && (other.contains(stem) || stem.startsWith(other))) {
                return true;
            }
        }
        return false;
    }
}
