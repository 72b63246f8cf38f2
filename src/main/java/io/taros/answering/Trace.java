package io.taros.answering;

import io.taros.search.DocumentId;
import io.taros.search.HitFeatures;
import io.taros.search.PassageId;
import io.taros.search.WordsAlone;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why this answer: every step in order, for the playground and for people who review answers.
 *
 * @param wordsAlone why the meaning of the question had no say in what was found, null where it had
 * @param foreign where all that is closest is in other languages than the question's, null
 *     otherwise
 * @param withheld what would have been answered if it had been reliable enough; null where there
 *     was nothing, or it was answered
 */
public record Trace(
        String question,
        String language,
        Standalone standalone,
        List<Found> found,
        @Nullable WordsAlone wordsAlone,
        @Nullable Foreign foreign,
        List<Attempt> attempts,
        List<Sent> sent,
        List<CheckedSentence> sentences,
        @Nullable Withheld withheld,
        Scoring scoring,
        Answer.Why why,
        List<Timing> timings) {
    public Trace {
        found = List.copyOf(found);
        attempts = List.copyOf(attempts);
        sent = List.copyOf(sent);
        sentences = List.copyOf(sentences);
        timings = List.copyOf(timings);
    }

    /**
     * @param languages ISO 639-1 of what was found
     * @param isCompared whether the embedding model compares what is said in different languages
     */
    public record Foreign(List<String> languages, boolean isCompared) {
        public Foreign {
            languages = List.copyOf(languages);
        }
    }

    /** The question as it was searched for. */
    public record Standalone(String text, Method method) {
        public enum Method {
            /** It stood on its own. */
            UNCHANGED,
            /** Words of earlier questions were added. */
            WORDS_ADDED,
            /** A model rewrote it. */
            REWRITTEN
        }
    }

    /** A passage that was found; {@code chosen} when it was given to a composer. */
    public record Found(
            PassageId passage,
            DocumentId document,
            UUID source,
            String title,
            String headingPath,
            @Nullable String url,
            String excerpt,
            double score,
            HitFeatures features,
            boolean chosen) {}

    /** A composer that was tried and what came of it. */
    public record Attempt(Composer composer, Outcome outcome, String detail) {
        public enum Outcome {
            USED,
            NOT_CONFIGURED,
            NO_MATCH,
            FAILED,
            /** The organization lets nothing go there. */
            NOT_ALLOWED,
            NOTHING_SUPPORTED
        }
    }

    /** What left the installation to be written from or embedded, to whom, without keys. */
    public record Sent(String provider, String model, String host, String system, String user) {}

    /** A sentence, how far the cited passages support it, and whether the visitor saw it. */
    public record CheckedSentence(
            String text,
            List<Integer> cites,
            double support,
            boolean released,
            @Nullable String objection) {
        public CheckedSentence {
            cites = List.copyOf(cites);
        }
    }

    public record Withheld(String text, List<Citation> citations) {
        public Withheld {
            citations = List.copyOf(citations);
        }
    }

    /**
     * What is behind the score: bias plus all contributions, through the logistic function, then
     * the bot's calibration.
     */
    public record Scoring(
            double score, double threshold, double bias, List<Contribution> contributions) {
        public Scoring {
            contributions = List.copyOf(contributions);
        }
    }

    public record Contribution(String feature, double value, double weight) {
        public double points() {
            return value * weight;
        }
    }

    public record Timing(String step, Duration took) {}
}
