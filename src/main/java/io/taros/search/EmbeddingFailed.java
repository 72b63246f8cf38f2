package io.taros.search;

/** A provider made no vectors. Says who and what, and neither a text nor a key. */
public final class EmbeddingFailed extends RuntimeException {
    public enum Reason {
        /** The organization lets nothing go there. */
        NOT_ALLOWED(false),
        KEY_REFUSED(false),
        /** The provider does not like the request, such as an unknown model. */
        REQUEST_REFUSED(false),
        /** Its vectors are not as long as they were said to be. */
        UNFIT(false),
        BUSY(true),
        NO_ANSWER(true),
        UNREADABLE(true);

        private final boolean passing;

        Reason(boolean passing) {
            this.passing = passing;
        }

        /** Whether a later try may go better with nobody doing anything. */
        public boolean isPassing() {
            return passing;
        }
    }

    private final Reason reason;
    private final String host;
    private final String detail;

    public EmbeddingFailed(Reason reason, String host, String detail) {
        // The stack says nothing that the message does not, and is logged with each try.
        super("%s made no vectors: %s".formatted(host, detail), null, false, false);
        this.reason = reason;
        this.host = host;
        this.detail = detail;
    }

    public Reason reason() {
        return reason;
    }

    public String host() {
        return host;
    }

    public String detail() {
        return detail;
    }
}
