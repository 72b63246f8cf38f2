package io.taros.knowledge.web;

import io.taros.knowledge.Mend;
import io.taros.knowledge.ReadPassage;
import io.taros.platform.web.FormErrors;
import io.taros.search.Passage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One passage on the page of its document.
 *
 * @param number from 1
 * @param text as it was read
 * @param taught in its place, where that is something else
 * @param seen the decision that whoever decides next has before them; empty where there is none
 */
public record PassageCard(
        UUID id,
        int number,
        String headingPath,
        String text,
        @Nullable String taught,
        @Nullable String answer,
        State state,
        Waiting waiting,
        String seen,
        Cited cited,
        Correcting correcting) {

    public enum State {
        AS_READ,
        CORRECTED,
        EXCLUDED,
        /** A question with its answer, which is changed where those are. */
        QUESTION
    }

    /**
     * How often answers rest on it.
     *
     * @param uses the latest conversations, for those who may read them
     */
    public record Cited(int answers, List<Use> uses) {
        static final Cited NEVER = new Cited(0, List.of());

        public Cited {
            uses = List.copyOf(uses);
        }
    }

    public record Use(UUID conversation, Instant at) {}

    /**
     * The form to correct it with.
     *
     * @param again a decision about what it was before, which is over once this is saved
     */
    public record Correcting(
            boolean isOpen, String text, @Nullable UUID again, FormErrors errors) {}

    static PassageCard of(ReadPassage passage, Cited cited) {
        var latest = passage.latest();
        return new PassageCard(
                passage.id().value(),
                passage.position() + 1,
                passage.headingPath(),
                passage.text(),
                passage.isCorrected() ? passage.taught() : null,
                passage.answer(),
                state(passage),
                passage.waiting() == null ? Waiting.NO : Waiting.IN_DRAFT,
                latest == null ? "" : latest.id().value().toString(),
                cited,
                new Correcting(false, passage.taught(), null, FormErrors.NONE));
    }

    /** Open, with what somebody typed or decided before. */
    PassageCard correcting(String typed, @Nullable UUID again, FormErrors errors) {
        return new PassageCard(
                id,
                number,
                headingPath,
                text,
                taught,
                answer,
                state,
                waiting,
                seen,
                cited,
                new Correcting(true, typed, again, errors));
    }

    /** None where nothing else is taught, or so much else that it would take too long to tell. */
    public @Nullable Difference difference() {
        return taught == null ? null : Difference.between(text, taught).orElse(null);
    }

    private static State state(ReadPassage passage) {
        if (passage.kind() == Passage.Kind.QUESTION) {
            return State.QUESTION;
        }
        Mend latest = passage.latest();
        if (latest == null) {
            return State.AS_READ;
        }
        return passage.isExcluded() ? State.EXCLUDED : State.CORRECTED;
    }
}
