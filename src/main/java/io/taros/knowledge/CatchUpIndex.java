package io.taros.knowledge;

import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;

/** Bring into the index what people changed about passages that were read already. */
record CatchUpIndex(OrganizationId organization) implements Job {}
