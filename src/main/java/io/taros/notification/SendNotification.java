package io.taros.notification;

import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;

/** Sends one notification to one channel. */
record SendNotification(OrganizationId organization, Delivery.Id delivery) implements Job {}
