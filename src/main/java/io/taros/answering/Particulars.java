package io.taros.answering;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a question is particular about and whether the words of an answer are, too. Text about the
 * right matter that speaks of another year, another place or the opposite looks like an answer in
 * every other respect.
 *
 * @param names share of the question's names and numbers that the answer has; 1 without any
 * @param denial 0 where the question denies something and the answer denies nothing
 * @param qualifiers 0 where the question singles something out ("first", "only", "largest") and the
 *     answer does not, in the same word
 */
record Particulars(double names, double denial, double qualifiers) {
    /** Of no answer, or none that could be compared. */
    static final Particulars NONE = new Particulars(0, 0, 0);

    /** Of an answer that is not known yet, seen with hope. */
    static final Particulars ALL = new Particulars(1, 1, 1);

    static Particulars of(String question, String said, String language) {
        var lexicon = Lexicon.of(language);
        var words = Set.copyOf(Words.plain(said));
        var asked = Words.plain(question);
        var missing =
                asked.stream()
                        .filter(lexicon.qualifiers()::contains)
                        .anyMatch(qualifier -> !words.contains(qualifier));
        var opposite = Facts.negated(question, language) && !Facts.negated(said, language);
        return new Particulars(
                share(question, said, lexicon.language()), opposite ? 0 : 1, missing ? 0 : 1);
    }

    private static double share(String question, String said, String language) {
        var wanted = new LinkedHashSet<String>();
        for (var name : Facts.names(question, language)) {
            wanted.add(Words.stem(name, language));
        }
        var numbers = Facts.numbers(question);
        var all = wanted.size() + numbers.size();
        if (all == 0) {
            return 1;
        }
        wanted.removeAll(Words.stems(said, language));
        numbers.removeAll(Facts.numbers(said));
        return 1 - (double) (wanted.size() + numbers.size()) / all;
    }
}
