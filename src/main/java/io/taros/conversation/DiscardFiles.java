package io.taros.conversation;

import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;

/** Take files out of the blob store whose rows are gone. */
record DiscardFiles(OrganizationId organization) implements Job {}
