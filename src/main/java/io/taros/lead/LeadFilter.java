package io.taros.lead;

import io.taros.account.Account;
import io.taros.bot.Bot;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which leads are looked for; what is absent does not matter.
 *
 * @param from inclusive
 * @param until exclusive
 */
public record LeadFilter(
        Bot.@Nullable Id bot,
        @Nullable LeadStatus status,
        Account.@Nullable Id assignee,
        @Nullable Instant from,
        @Nullable Instant until) {
    public static final LeadFilter ALL = new LeadFilter(null, null, null, null, null);
}
