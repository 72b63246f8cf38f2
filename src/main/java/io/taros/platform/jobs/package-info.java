/**
 * Durable background work on the database: enqueued in the caller's transaction, run at least once.
 */
@NullMarked
package io.taros.platform.jobs;

import org.jspecify.annotations.NullMarked;
