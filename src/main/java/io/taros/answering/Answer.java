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

    /** What the visitor may have meant, in words that can be asked; only where it is asked back. */
    default List<String> choices() {
        return List.of();
    }

    default Why why() {
        return trace().why();
    }

    default Decision decision() {
        return why().decision();
    }

    /** Whether the question was answered; what was done where it was not is the decision. */
    default Outcome outcome() {
        return switch (this) {
            case Grounded _ -> Outcome.ANSWERED;
            case AskedBack _, Unanswered _ -> Outcome.UNANSWERED;
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

    /** What the bot does with a question. */
    enum Decision {
        ANSWER,
        /** Offers what it does know, because it is not sure what is meant. */
        ASK_BACK,
        /** Leaves it to a person: offers one, or fetches one where the visitor wants that. */
        HAND_OVER;

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

    /** Something is close, but not close enough: says so and offers what it does know. */
    record AskedBack(
            String text,
            String language,
            List<String> choices,
            Reliability reliability,
            Usage usage,
            Trace trace)
            implements Answer {
        public AskedBack {
            choices = List.copyOf(choices);
        }
    }

    /** Not reliable enough: says so and offers a person or the contact form. */
    record Unanswered(
            String text, String language, Reliability reliability, Usage usage, Trace trace)
            implements Answer {}

    /** The visitor wants a person. */
    record HandoverRequested(
            String text, String language, Reliability reliability, Usage usage, Trace trace)
            implements Answer {}

    /**
     * Why a question ended as it did. Each reason leads to one decision; message key {@code
     * answering.why.<name>}.
     */
    enum Why {
        RELIABLE(Decision.ANSWER),
        /** Returned a greeting or thanks; nobody asked anything. */
        COURTESY(Decision.ANSWER),
        SOMETHING_CLOSE(Decision.ASK_BACK),
        NOTHING_FOUND(Decision.HAND_OVER),
        NOT_RELIABLE_ENOUGH(Decision.HAND_OVER),
        NOTHING_SUPPORTED(Decision.HAND_OVER),
        /** What was found is in other languages, which the embedding model cannot compare. */
        OTHER_LANGUAGE(Decision.HAND_OVER),
        /** Something is close again, and asking back a second time would go round in a circle. */
        ASKED_BACK_BEFORE(Decision.HAND_OVER),
        PERSON_WANTED(Decision.HAND_OVER),
        /** The bot's owner leaves such questions to people; nothing was looked for. */
        RULE(Decision.HAND_OVER);

        private final Decision decision;

        Why(Decision decision) {
            this.decision = decision;
        }

        public Decision decision() {
            return decision;
        }

        /** Whether the score says something: a courtesy or a wish for a person claims nothing. */
        public boolean isScored() {
            return this != COURTESY && this != PERSON_WANTED && this != RULE;
        }

        /** As it is written wherever an answer leaves Java. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String messageKey() {
            return "answering.why." + word().replace('_', '-');
        }
    }
}
