/**
 * Every row of the installation out of the database and into another: through PostgreSQL's COPY, so
 * that an embedded and an external database are copied alike, without its tools.
 */
@NullMarked
package io.taros.platform.sql.copy;

import org.jspecify.annotations.NullMarked;
