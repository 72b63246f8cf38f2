package io.taros.knowledge;

import io.taros.bot.Bot;
import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;

/** Find which pairs of a bot ask the same as those that are new. */
record ComparePairs(OrganizationId organization, Bot.Id bot) implements Job {
    @Override
    public String dedupeKey() {
        return bot.value().toString();
    }
}
