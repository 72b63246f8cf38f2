package io.taros.knowledge;

import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;

/** Take out of the index and the blob store what is gone from the database. */
record ForgetDocuments(OrganizationId organization) implements Job {}
