package io.taros.notification;

import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;

/** Begins with the next in the line of a channel. */
record GoOnInLine(OrganizationId organization, Channel.Id channel) implements Job {}
