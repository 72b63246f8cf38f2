package io.taros.notification;

import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;
import org.jspecify.annotations.Nullable;

/**
 * Sends one notification to one channel.
 *
 * @param channel whose line goes on if the delivery is gone; unknown to jobs of before
 */
record SendNotification(
        OrganizationId organization, Channel.@Nullable Id channel, Delivery.Id delivery)
        implements Job {}
