package io.taros.evaluation;

import io.taros.answering.Trace.CheckedSentence;
import io.taros.search.Passage;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How many sentences an answer has, and how many of them its sources say. */
record GroundedSentences(int total, int grounded) {
    static final GroundedSentences NONE = new GroundedSentences(0, 0);

    private static final double SUPPORTED = 0.5;
    private static final Pattern MARKER_OR_LINE = Pattern.compile("\\[\\d+]|\\R");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** A model's sentences were checked one by one against what they cite. */
    static GroundedSentences checked(List<CheckedSentence> sentences) {
        var seen = sentences.stream().filter(CheckedSentence::released).toList();
        var grounded = seen.stream().filter(sentence -> sentence.support() >= SUPPORTED).count();
        return new GroundedSentences(seen.size(), (int) grounded);
    }

    /** A quote is grounded when its words stand in a source in this order, nothing between. */
    static GroundedSentences quoted(String answer, List<Passage> sources) {
        var texts = sources.stream().map(GroundedSentences::words).toList();
        var sentences = sentences(answer);
        var grounded =
                sentences.stream()
                        .filter(sentence ->
                                texts.stream().anyMatch(text -> text.contains(sentence)))
                        .count();
        return new GroundedSentences(sentences.size(), (int) grounded);
    }

    private static List<String> sentences(String answer) {
        var sentences = new ArrayList<String>();
        for (var part : MARKER_OR_LINE.split(answer)) {
            var breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
            breaks.setText(part);
            var from = 0;
            for (var to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
                var sentence = words(part.substring(from, to));
                if (!sentence.isBlank()) {
                    sentences.add(sentence);
                }
                from = to;
            }
        }
        return sentences;
    }

    private static String words(Passage passage) {
        var answer = passage.answer() == null ? "" : passage.answer();
        return words(passage.title() + "\n" + passage.text() + "\n" + answer);
    }

    private static String words(String text) {
        return " " + BETWEEN_WORDS.matcher(text).replaceAll(" ").strip() + " ";
    }
}
