package io.taros.platform.web;

import java.util.List;

/** How a reliability score is shown wherever it is shown: five steps, a percentage, a word. */
public record ReliabilityBar(double score, Word word, List<Reason> reasons) {
    public ReliabilityBar {
        reasons = List.copyOf(reasons);
    }

    public enum Word {
        GUESS(1),
        WEAK(2),
        FAIR(3),
        GOOD(4),
        SOLID(5);

        private final int steps;

        Word(int steps) {
            this.steps = steps;
        }
    }

    /** One plain sentence, for or against the answer. */
    public record Reason(boolean helps, String sentence) {}

    public int steps() {
        return word.steps;
    }
}
