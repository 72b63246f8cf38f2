package io.taros.answering;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How likely the answer is right and supported, and why.
 *
 * @param score a probability between 0 and 1
 * @param adjusted what the bot's judged answers changed about it; null where they changed nothing
 */
public record Reliability(double score, List<Reason> reasons, @Nullable Adjusted adjusted) {
    public Reliability {
        reasons = List.copyOf(reasons);
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("A reliability lies between 0 and 1: " + score);
        }
    }

    public Reliability(double score, List<Reason> reasons) {
        this(score, reasons, null);
    }

    /**
     * @param from the score as it is for every bot
     * @param judged how many answers of this bot moved it from there
     */
    public record Adjusted(double from, int judged) {}

    /** Before anything was adjusted. */
    public double raw() {
        return adjusted == null ? score : adjusted.from();
    }

    public Word word() {
        return Word.of(score);
    }

    /** The five words people see beside the bar; message key {@code answering.word.<name>}. */
    public enum Word {
        SOLID(0.85),
        GOOD(0.70),
        FAIR(0.50),
        WEAK(0.30),
        GUESS(0);

        private final double from;

        Word(double from) {
            this.from = from;
        }

        static Word of(double score) {
            for (var word : values()) {
                if (score >= word.from) {
                    return word;
                }
            }
            return GUESS;
        }
    }

    /**
     * A plain sentence under {@link #messageKey()} in {@code i18n/answering}, good or bad news
     * about the answer.
     */
    public enum Reason {
        WORD_FOR_WORD(true),
        COURTESY(true),
        PERSON_WANTED(true),
        SEARCHES_AGREE(true),
        SEARCHES_DISAGREE(false),
        TERMS_COVERED(true),
        TERMS_MISSING(false),
        OTHER_PARTICULARS(false),
        CLOSE_IN_MEANING(true),
        FAR_IN_MEANING(false),
        WELL_SUPPORTED(true),
        THINLY_SUPPORTED(false),
        CLEAR_WINNER(true),
        SEVERAL_CANDIDATES(false),
        OTHER_LANGUAGE(false),
        OLD_SOURCE(false),
        NOTHING_FOUND(false);

        private final boolean good;

        Reason(boolean good) {
            this.good = good;
        }

        public boolean isGood() {
            return good;
        }

        public String messageKey() {
            return "answering.reason." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
