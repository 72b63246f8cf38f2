package io.taros.platform.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;

/**
 * The scheduler's client on the application's data source, taking part in the caller's transaction.
 */
record JobClient(SchedulerClient scheduler) {}
