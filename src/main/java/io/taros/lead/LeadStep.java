package io.taros.lead;

import io.taros.account.Account;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did with a lead.
 *
 * @param status the one it led to, where it is about that
 * @param assignee who sees to it from then on, where it is about that; absent for nobody
 * @param account of whoever did it; absent for programs
 */
public record LeadStep(
        Id id,
        Kind kind,
        @Nullable LeadStatus status,
        Account.@Nullable Id assignee,
        Account.@Nullable Id account,
        @Nullable String note,
        Instant createdAt) {
    static final int MAX_NOTE = 1_000;

    public record Id(UUID value) implements io.taros.platform.sql.Id {}

    public enum Kind {
        STATUS,
        ASSIGNED,
        MERGED,
        TAKEN_APART;

        /** Whether somebody saw to the person, and not to the list. */
        boolean isContact() {
            return this == STATUS || this == ASSIGNED;
        }
    }

    static Entry moved(LeadStatus status, @Nullable String note) {
        return new Entry(Kind.STATUS, status, null, note);
    }

    static Entry assigned(Account.@Nullable Id assignee) {
        return new Entry(Kind.ASSIGNED, null, assignee, null);
    }

    static Entry of(Kind kind) {
        return new Entry(kind, null, null, null);
    }

    /** One that is not written down yet. */
    record Entry(
            Kind kind,
            @Nullable LeadStatus status,
            Account.@Nullable Id assignee,
            @Nullable String note) {}
}
