package io.taros.knowledge;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.util.VectorUtil;

/** How two pairs are alike that ask the same. */
public enum Likeness {
    /** Their answers say the same. */
    DUPLICATE,
    /** Visitors are told one thing or the other, by chance. */
    CONTRADICTION;

    /** Of the vectors alone; measured on paraphrases of 125 questions (AlikePairsTest). */
    static final double SAME_MEANING = 0.8;

    /** Where a third of the words are the same, too. */
    static final double SAME_MEANING_AND_WORDS = 0.7;

    private static final double A_THIRD = 0.33;
    private static final double HALF = 0.5;
    private static final double NEARLY_ALL = 0.85;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’][\\p{L}]+)?");
    private static final Pattern NUMBER = Pattern.compile("\\p{N}+(?:[.,:]\\p{N}+)*");
    private static final Set<String> NEGATIONS =
            Set.copyOf(
                    Arrays.asList(
                            ("not no never none nothing without cannot can't don't doesn't didn't won't isn't"
                                            + " aren't wasn't weren't unable ikke ingen intet aldrig uden nej nicht"
                                            + " kein keine keinen keinem keiner nie niemals nichts ohne nein pas"
                                            + " non jamais aucun aucune rien sans nunca ningún ninguna nada sin"
                                            + " niet geen nooit niets zonder nee inte inget aldri ingenting uten")
                                    .split(" ")));

    /**
     * One way to ask for an answer.
     *
     * @param vector of it, with a share of the answer; empty where none may be made
     */
    record Asked(
            Source.Id pair,
            String language,
            Set<String> words,
            Set<String> numbers,
            String answer,
            float[] vector) {
        static Asked of(
                Source.Id pair, String language, String wording, String answer, float[] vector) {
            return new Asked(
                    pair, language, Likeness.words(wording), numbersIn(wording), answer, vector);
        }
    }

    static Optional<Likeness> of(Asked one, Asked other) {
        if (!one.language().equals(other.language()) || !asksTheSame(one, other)) {
            return Optional.empty();
        }
        return Optional.of(contradicts(one.answer(), other.answer()) ? CONTRADICTION : DUPLICATE);
    }

    /** Zone 1 is not zone 2, however alike the questions are. */
    private static boolean asksTheSame(Asked one, Asked other) {
        var closeness = closeness(one.vector(), other.vector());
        if (closeness < SAME_MEANING_AND_WORDS && one.vector().length > 0) {
            return false;
        }
        if (!one.numbers().equals(other.numbers())) {
            return false;
        }
        var shared = shared(one.words(), other.words());
        return closeness >= SAME_MEANING
                || shared >= NEARLY_ALL
                || (closeness >= SAME_MEANING_AND_WORDS && shared >= A_THIRD);
    }

    private static boolean contradicts(String one, String other) {
        var ones = words(one);
        var others = words(other);
        if (ones.equals(others)) {
            return false;
        }
        var numbers = numbersIn(one);
        var otherNumbers = numbersIn(other);
        var differInNumbers =
                !numbers.containsAll(otherNumbers) && !otherNumbers.containsAll(numbers);
        return differInNumbers || denies(ones) != denies(others) || covered(ones, others) < HALF;
    }

    private static boolean denies(Set<String> words) {
        return words.stream().anyMatch(NEGATIONS::contains);
    }

    private static double closeness(float[] one, float[] other) {
        return one.length == 0 || one.length != other.length
                ? 0
                : VectorUtil.dotProduct(one, other);
    }

    /** Of the words of both, the share that stands in both. */
    static double shared(Set<String> ones, Set<String> others) {
        var all = new HashSet<>(ones);
        all.addAll(others);
        return all.isEmpty() ? 0 : (double) common(ones, others) / all.size();
    }

    /** How much of the shorter one stands in the longer. */
    private static double covered(Set<String> ones, Set<String> others) {
        var fewer = Math.min(ones.size(), others.size());
        return fewer == 0 ? 0 : (double) common(ones, others) / fewer;
    }

    private static int common(Set<String> ones, Set<String> others) {
        return (int) ones.stream().filter(others::contains).count();
    }

    static Set<String> words(String text) {
        return found(WORD, text.toLowerCase(Locale.ROOT).replace('’', '\''));
    }

    private static Set<String> numbersIn(String text) {
        return found(NUMBER, text);
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
