package io.taros.answering;

import java.util.List;
import java.util.Locale;

/**
 * How a question ended. The text is in the visitor's language; the outcome is never read from it.
 */
public sealed interface Answer {
    String text();

    /** ISO 639-1 of the text. */
    String language();

    Reliability reliability();

    Usage usage();

    Trace trace();

    default List<Citation> citations() {
        return List.of();
    }

    default Outcome outcome() {
        return switch (this) {
            case Grounded _ -> Outcome.ANSWERED;
            case Unanswered _ -> Outcome.UNANSWERED;
            case HandoverRequested _ -> Outcome.HANDOVER;
        };
    }

    enum Outcome {
        ANSWERED,
        UNANSWERED,
        HANDOVER;

        /** As it is written wherever an answer leaves Java. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Answered from the passages, or, with no citation, a courtesy returned. */
    record Grounded(
            String text,
            String language,
            List<Citation> citations,
            Reliability reliability,
            Usage usage,
            Trace trace)
            implements Answer {
        public Grounded {
            citations = List.copyOf(citations);
        }
    }

    /** Not reliable enough: says so and offers a person or the contact form. */
    record Unanswered(
            String text,
            String language,
            Why why,
            Reliability reliability,
            Usage usage,
            Trace trace)
            implements Answer {}

    /** The visitor wants a person. */
    record HandoverRequested(
            String text, String language, Reliability reliability, Usage usage, Trace trace)
            implements Answer {}

    enum Why {
        NOTHING_FOUND,
        NOT_RELIABLE_ENOUGH,
        NOTHING_SUPPORTED
    }
}
