package io.taros.answering;

import io.taros.platform.sql.Id;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/**
 * An answer, given or withheld, of which it is known whether it was right.
 *
 * @param subject tells it from others; the same one judged again is judged anew
 * @param score the reliability before any calibration
 */
public record JudgedAnswer(Kind kind, UUID subject, double score, boolean isRight) {
    /** Certain scores have no logit, and are not moved by what others were judged. */
    private static final double NEAREST = 1e-4;

    public JudgedAnswer {
        score = Math.clamp(score, NEAREST, 1 - NEAREST);
    }

    /** By whom it was judged, and how far that is to be trusted: ADR 025. */
    public enum Kind {
        /** By what its owner expects. */
        GOLDEN(1, 0),
        /** By somebody of the organization who read it: mostly to write a better one. */
        IMPROVEMENT(0.5, 9),
        /** By a visitor, more readily where it was wrong. */
        RATING(0.5, 4);

        private final double weight;
        private final double leaning;

        Kind(double weight, double leaning) {
            this.weight = weight;
            this.leaning = leaning;
        }

        double weight() {
            return weight;
        }

        /** How far its verdicts may be off on the whole: the variance of their own intercept. */
        double leaning() {
            return leaning;
        }

        public String messageKey() {
            return "answering.calibration.kind." + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Ids of version 7 have 74 random bits, so their digest tells nobody what it was made of, and
     * leads nowhere once what it names is deleted.
     */
    public static JudgedAnswer of(Kind kind, Id judged, double score, boolean isRight) {
        return new JudgedAnswer(kind, subjectOf(judged), score, isRight);
    }

    static UUID subjectOf(Id judged) {
        var name = "taros.judged:" + judged.value();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
