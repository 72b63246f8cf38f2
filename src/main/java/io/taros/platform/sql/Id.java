package io.taros.platform.sql;

import java.util.UUID;

/**
 * An identifier with a type of its own. Implementations are public records with this one component.
 */
public interface Id {
    UUID value();
}
