/** PostgreSQL as a child process, for an installation that brings no database of its own. */
@NullMarked
package io.taros.platform.sql.embedded;

import org.jspecify.annotations.NullMarked;
