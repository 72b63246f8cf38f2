/**
 * The database: how it is found, migrated, bound to an organization, and how records and ids travel
 * in and out of SQL.
 */
@NullMarked
package io.taros.platform.sql;

import org.jspecify.annotations.NullMarked;
