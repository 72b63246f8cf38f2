package io.taros.golden;

import io.taros.bot.Bot;
import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;
import java.time.Instant;

/** Start the run of one night. */
record AskAtNight(OrganizationId organization, Bot.Id bot, Instant night) implements Job {
    @Override
    public String dedupeKey() {
        return bot.value() + "@" + night;
    }
}
