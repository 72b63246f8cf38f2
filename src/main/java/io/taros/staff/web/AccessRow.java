package io.taros.staff.web;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An access of staff to an organization, as a line of a page.
 *
 * @param organization where it leads
 * @param name of the organization; absent on its own pages
 * @param asker who asked in an emergency; absent where an owner let staff in, or if they are gone
 * @param reason of the emergency; absent where an owner let staff in
 * @param decider who gave or refused it; absent while it waits, or if they are gone
 * @param expiresAt absent while it waits, and where it was refused
 * @param eyes whose the reader's are; looked into of what waits for a decision
 */
public record AccessRow(
        UUID organization,
        UUID id,
        @Nullable String name,
        @Nullable String asker,
        @Nullable String reason,
        Instant askedAt,
        @Nullable String decider,
        @Nullable Instant expiresAt,
        State state,
        Eyes eyes) {
    /** Who may decide: others than the one who asked. */
    public enum Eyes {
        OTHERS,
        OWN,
        /** Of another account that looks like the asker's own. */
        MAILBOX,
        BROWSER
    }

    public enum State {
        WAITING,
        /** Nobody decided in time. */
        LAPSED,
        REFUSED,
        OPEN,
        /** Its time is up. */
        OVER,
        TAKEN_BACK
    }

    public boolean isOwn() {
        return eyes == Eyes.OWN;
    }

    public boolean isEmergency() {
        return reason != null;
    }
}
