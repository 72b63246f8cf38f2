package io.taros.evaluation.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that the page shows; shares are from 0 to 1, what does not apply is null or empty. */
public record ReportPage(
        Head head,
        List<Figure> figures,
        List<Outcome> outcomes,
        @Nullable Reliability reliability,
        @Nullable Coverage coverage,
        @Nullable Answerability answerability,
        List<Parts> parts,
        Mistakes mistakes) {
    public ReportPage {
        figures = List.copyOf(figures);
        outcomes = List.copyOf(outcomes);
        parts = List.copyOf(parts);
    }

    /**
     * @param style the style sheet, which is ours alone: it is put into the page as it is
     */
    public record Head(String files, String made, String embedder, String style) {}

    public record Figure(String name, String value, String meaning) {}

    /** What the bot did with the questions of one sort. */
    public record Outcome(
            String questions, int right, int wrong, int withheld, int handedOver, int total) {}

    public record Reliability(String error, int questions, List<Bin> bins) {
        public Reliability {
            bins = List.copyOf(bins);
        }

        /** How many questions the fullest bin has. */
        public int most() {
            return bins.stream().mapToInt(Bin::questions).max().orElse(0);
        }
    }

    /**
     * {@code low} to {@code high} is where the share of right answers lies, for all that is known.
     */
    public record Bin(
            String range,
            double from,
            int questions,
            double claimed,
            double right,
            double low,
            double high) {}

    public record Point(double x, double y) {}

    public record Coverage(double at95, List<Point> curve, List<Target> targets) {
        public Coverage {
            curve = List.copyOf(curve);
            targets = List.copyOf(targets);
        }
    }

    /**
     * @param from the score from which on the bot would have to answer; null where no score does
     */
    public record Target(double precision, double coverage, @Nullable Double from) {}

    public record Answerability(String auroc, List<Point> curve, List<Told> told) {
        public Answerability {
            curve = List.copyOf(curve);
            told = List.copyOf(told);
        }
    }

    /** Of the unanswerable this share is let through, and then of the answerable that one. */
    public record Told(double unanswerable, double answerable, @Nullable Double from) {}

    public record Parts(String by, List<Part> parts) {
        public Parts {
            parts = List.copyOf(parts);
        }
    }

    public record Part(
            String name,
            int questions,
            String hit1,
            String hit5,
            String mrr,
            String ndcg10,
            String answerabilityAuroc) {}

    /**
     * @param given how many wrong answers were given, and {@code withheld} how many were not
     */
    public record Mistakes(int given, int withheld, List<Mistake> worst) {
        public Mistakes {
            worst = List.copyOf(worst);
        }
    }

    public record Mistake(
            String id,
            @Nullable String language,
            double claimed,
            boolean given,
            String question,
            List<String> before,
            @Nullable String searchedFor,
            String answer,
            List<Row> found,
            List<Row> expected,
            boolean unanswerable) {
        public Mistake {
            before = List.copyOf(before);
            found = List.copyOf(found);
            expected = List.copyOf(expected);
        }
    }

    /**
     * A row that was taught.
     *
     * @param rank at which it was found; 0 where it was not
     */
    public record Row(String id, String title, int rank) {}
}
