package io.taros.rights;

import io.taros.conversation.Sought;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked about their own data (GDPR Art. 15 to 21).
 *
 * @param number the handle by which people speak of it
 * @param sought by what they are found; absent once it is closed
 * @param extension why it takes longer than a month; absent where it does not
 * @param openedBy an account; absent where a program did
 * @param erasingSince when somebody confirmed the erasure
 * @param restrictedSince while conversations are restricted for its sake, also once it is closed
 * @param receipt what was erased so far
 */
public record SubjectRequest(
        SubjectRequest.Id id,
        int number,
        Kind kind,
        Sought.By soughtBy,
        @Nullable Sought sought,
        LocalDate receivedOn,
        LocalDate dueOn,
        @Nullable Extension extension,
        Instant openedAt,
        @Nullable UUID openedBy,
        @Nullable Instant erasingSince,
        @Nullable Instant restrictedSince,
        @Nullable ErasureReceipt receipt,
        @Nullable Closing closing) {

    public record Id(UUID value) implements io.taros.platform.sql.Id {
        @Override
        public String toString() {
            return value.toString();
        }
    }

    public enum Kind {
        ACCESS,
        CORRECTION,
        ERASURE,
        RESTRICTION,
        OBJECTION;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Asked for by itself, or until something else is decided (Art. 18(1)(a) and (d)). */
        public boolean mayRestrict() {
            return switch (this) {
                case RESTRICTION, CORRECTION, OBJECTION -> true;
                case ACCESS, ERASURE -> false;
            };
        }
    }

    /** The two reasons that the law knows for taking longer (Art. 12(3)). */
    public enum Extension {
        COMPLEX,
        MANY
    }

    public enum Outcome {
        DONE,
        NOBODY_FOUND,
        WITHDRAWN,
        /** Refused: who asked could not be told. */
        NOT_PROVEN,
        /** Refused: manifestly unfounded or excessive (Art. 12(5)). */
        UNFOUNDED,
        /** Refused: a law or a claim asks for what is held. */
        LAW;

        public boolean isRefusal() {
            return switch (this) {
                case DONE, NOBODY_FOUND, WITHDRAWN -> false;
                case NOT_PROVEN, UNFOUNDED, LAW -> true;
            };
        }
    }

    /**
     * @param by an account; absent where a program, or the erasure itself, did
     */
    public record Closing(Outcome outcome, Instant at, @Nullable UUID by) {}

    public boolean isOpen() {
        return closing == null;
    }

    public boolean isErasing() {
        return isOpen() && erasingSince != null;
    }

    /** Three months after it came at most. */
    static LocalDate dueAfter(LocalDate received, @Nullable Extension extension) {
        return received.plusMonths(extension == null ? 1 : 3);
    }
}
