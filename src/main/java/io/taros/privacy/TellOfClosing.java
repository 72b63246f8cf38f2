package io.taros.privacy;

import io.taros.account.Account;
import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tell somebody that their organization, or their account, is closed and when it will be erased.
 *
 * @param organization absent where it is about the account
 * @param eraseAt as it was then: if that has changed, there is nothing to tell
 * @param daysBefore how long before that this reminds of it; 0 for the first notice
 */
record TellOfClosing(
        @Nullable OrganizationId organization, Account.Id reader, Instant eraseAt, long daysBefore)
        implements Job {
    /** At once, and then the reminders. */
    static List<TellOfClosing> all(
            @Nullable OrganizationId organization, Account.Id reader, Instant eraseAt) {
        return Grace.NOTICES.stream()
                .map(before -> new TellOfClosing(organization, reader, eraseAt, before.toDays()))
                .toList();
    }

    /** Nothing later than the first notice is told before its day. */
    Instant time(Instant now) {
        return isReminder() ? eraseAt.minus(Duration.ofDays(daysBefore)) : now;
    }

    boolean isReminder() {
        return daysBefore > 0;
    }

    @Override
    public String dedupeKey() {
        return organization + "." + reader + "." + daysBefore;
    }
}
