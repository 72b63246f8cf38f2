package io.taros.golden;

import io.taros.bot.Bot;
import io.taros.knowledge.Source;
import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;

/** Start a run once an improved answer can be found. */
record AskAfterImprovement(OrganizationId organization, Bot.Id bot, Source.Id source, int attempt)
        implements Job {
    @Override
    public String dedupeKey() {
        return source.value() + "#" + attempt;
    }

    AskAfterImprovement again() {
        return new AskAfterImprovement(organization, bot, source, attempt + 1);
    }
}
