package io.taros.golden;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One reason why a question failed.
 *
 * @param subject the fact or source it is about, where it is about one
 */
public record Failure(Kind kind, @Nullable String subject) {
    public enum Kind {
        /** It must not be answered and was. */
        ANSWERED,
        UNANSWERED,
        HANDOVER,
        MISSING,
        FORBIDDEN,
        NOT_CITED,
        /** Nothing is known about the answer: the question could not be asked. */
        NOT_ASKED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Failure of(Kind kind) {
        return new Failure(kind, null);
    }

    public String messageKey() {
        return "golden.failure." + kind.name();
    }
}
