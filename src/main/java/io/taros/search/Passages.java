package io.taros.search;

import java.util.Collection;
import java.util.List;

/**
 * The passages as PostgreSQL holds them. What was deleted or belongs to somebody else is simply
 * absent from the answer, which is why nothing found in the index is used before it was read here.
 */
public interface Passages {
    List<Passage> read(Collection<PassageId> ids);
}
