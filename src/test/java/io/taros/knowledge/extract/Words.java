package io.taros.knowledge.extract;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** How alike two texts are, as bags of words. */
final class Words {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

    private Words() {}

    record Score(double f1, double precision, double recall) {}

    static Score compare(String found, String wanted) {
        Map<String, Integer> mine = bag(found);
        Map<String, Integer> theirs = bag(wanted);
        double common = 0;
        for (var word : mine.entrySet()) {
            common += Math.min(word.getValue(), theirs.getOrDefault(word.getKey(), 0));
        }
        double precision = mine.isEmpty() ? 0 : common / size(mine);
        double recall = theirs.isEmpty() ? 0 : common / size(theirs);
        double sum = precision + recall;
        return new Score(sum == 0 ? 0 : 2 * precision * recall / sum, precision, recall);
    }

    static Map<String, Integer> bag(String text) {
        Map<String, Integer> bag = new HashMap<>();
        var words = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (words.find()) {
            bag.merge(words.group(), 1, Integer::sum);
        }
        return bag;
    }

    private static int size(Map<String, Integer> bag) {
        return bag.values().stream().mapToInt(Integer::intValue).sum();
    }
}
