package io.taros.block;

import io.taros.account.Account;
import io.taros.bot.Bot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody may not write.
 *
 * @param label by which people here know it; nothing of the visitor
 * @param range of addresses, where that is what is blocked
 * @param by absent once their account is gone
 * @param until absent for good
 * @param bots where it holds; none where it holds at all of them
 * @param isLiftable by whoever looks
 * @param kinds of what the visitor is known by
 */
public record Block(
        Block.Id id,
        String label,
        Reason reason,
        @Nullable String range,
        Account.@Nullable Id by,
        Instant since,
        @Nullable Instant until,
        List<Bot.Id> bots,
        boolean isLiftable,
        Set<Trait.Kind> kinds) {
    public Block {
        bots = List.copyOf(bots);
        kinds = Set.copyOf(kinds);
    }

    public enum Reason {
        SPAM,
        ABUSE,
        THREATS,
        OTHER
    }

    public enum Length {
        DAY(Duration.ofDays(1)),
        MONTH(Duration.ofDays(30)),
        FOR_GOOD(null);

        private final @Nullable Duration time;

        Length(@Nullable Duration time) {
            this.time = time;
        }

        @Nullable Instant after(Instant now) {
            return time == null ? null : now.plus(time);
        }
    }

    /** What somebody decided. */
    public record Decision(String label, Reason reason, Length length) {}

    public record Id(UUID value) implements io.taros.platform.sql.Id {}
}
