package io.taros.platform.sql;

import java.util.UUID;

/**
 * What identifies a row. Implementations are public records, so that JdbcClient can bind and read
 * them.
 */
public interface Id {
    UUID value();
}
