package io.taros.knowledge.web;

import io.taros.knowledge.Mend;
import io.taros.knowledge.ReadPassage;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision about a passage that reads otherwise now.
 *
 * @param text the correction; none of what was excluded
 * @param successor the passage that reads most like it, where one does
 */
public record LostMend(
        UUID id,
        String headingPath,
        String readText,
        @Nullable String text,
        Instant at,
        @Nullable Successor successor) {

    public record Successor(UUID passage, int number) {
        static Successor of(ReadPassage passage) {
            return new Successor(passage.id().value(), passage.position() + 1);
        }

        public int from() {
            return DocumentPage.from(number - 1);
        }
    }

    static LostMend of(Mend mend, @Nullable ReadPassage successor) {
        return new LostMend(
                mend.id().value(),
                mend.headingPath(),
                mend.readText(),
                mend.text(),
                mend.at(),
                successor == null ? null : Successor.of(successor));
    }
}
