/** How Java values meet PostgreSQL. */
@NullMarked
package io.taros.platform.sql;

import org.jspecify.annotations.NullMarked;
