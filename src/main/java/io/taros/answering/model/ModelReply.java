package io.taros.answering.model;

import io.taros.answering.Usage;

/** How a call to a model ended. A failure is expected now and then, so it is a value. */
public sealed interface ModelReply {
    /** The model came to its end, or the listener had enough. */
    record Complete(Usage usage) implements ModelReply {}

    record Failed(Failure failure, String detail) implements ModelReply {}

    enum Failure {
        /** The organization lets nothing go there. */
        NOT_ALLOWED(false),
        /** The key is refused. */
        UNAUTHORIZED(false),
        RATE_LIMITED(true),
        /** The provider does not like the request, such as an unknown model. */
        REFUSED(false),
        SERVER_ERROR(true),
        /** The stream ended before the model did. */
        CUT(true),
        MALFORMED(true),
        TIMED_OUT(true),
        UNREACHABLE(true);

        private final boolean passing;

        Failure(boolean passing) {
            this.passing = passing;
        }

        /** Whether a second try may go better. */
        public boolean isPassing() {
            return passing;
        }
    }
}
