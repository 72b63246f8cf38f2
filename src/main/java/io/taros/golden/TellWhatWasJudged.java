package io.taros.golden;

import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;

/** Let a run's results count as evidence of the bot's reliability. */
record TellWhatWasJudged(OrganizationId organization, GoldenRun.Id run) implements Job {}
