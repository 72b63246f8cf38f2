package io.taros.knowledge;

import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;

/** Leave nothing of what was deleted in the files of the index. */
record PurgeIndex(OrganizationId organization) implements Job {}
