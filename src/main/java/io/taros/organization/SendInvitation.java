package io.taros.organization;

import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;

/** Mails an invitation with a link made then, so that no secret waits among the jobs. */
record SendInvitation(OrganizationId organization, Invitation.Id invitation) implements Job {}
