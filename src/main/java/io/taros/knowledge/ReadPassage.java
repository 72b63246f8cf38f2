package io.taros.knowledge;

import io.taros.search.Passage;
import io.taros.search.PassageId;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a document as it was read, and what was made of it.
 *
 * @param position in the document, the first being 0
 * @param text as it was read
 * @param answer of a question
 * @param mend what visitors get in its place; none where they get what was read
 * @param waiting what they get once the draft is published, where that is something else
 */
public record ReadPassage(
        PassageId id,
        Passage.Kind kind,
        int position,
        String headingPath,
        String text,
        @Nullable String answer,
        @Nullable Mend mend,
        @Nullable Mend waiting) {
    /** Where a list from its beginning goes on from. */
    public static final int BEFORE_THE_FIRST = -1;

    /** What was decided last; none where that is to teach it as it was read. */
    public @Nullable Mend latest() {
        var last = waiting == null ? mend : waiting;
        return last == null || last.decision() == Mend.Decision.AS_READ ? null : last;
    }

    public boolean isExcluded() {
        return decides(Mend.Decision.EXCLUDED);
    }

    public boolean isCorrected() {
        return decides(Mend.Decision.CORRECTED);
    }

    /** What is taught of it, or would be if it were not excluded. */
    public String taught() {
        var last = latest();
        return last == null ? text : last.taught();
    }

    private boolean decides(Mend.Decision decision) {
        var last = latest();
        return last != null && last.decision() == decision;
    }
}
