package io.taros.search;

import io.taros.platform.security.OrganizationId;
import io.taros.search.lucene.OpenIndexes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The searchable copy of passages. Every method returns when the change is on disk and every search
 * that starts afterwards sees it.
 */
@Component
public class PassageIndex {
    private final OpenIndexes indexes;

    PassageIndex(OpenIndexes indexes) {
        this.indexes = indexes;
    }

    /** The passages of these documents are these from now on, those of each as one change. */
    public void replace(
            OrganizationId organization, Map<DocumentId, List<IndexedPassage>> passages) {
        indexes.replace(organization, passages);
    }

    public void remove(OrganizationId organization, Collection<DocumentId> documents) {
        indexes.remove(organization, documents);
    }

    /**
     * What was removed lies in the index's files until they are written anew, which happens now and
     * then by itself, and here at once. Takes long in a large index; searches go on.
     */
    public void purge(OrganizationId organization) {
        indexes.purge(organization);
    }

    /**
     * Replaces the whole index and makes it {@link IndexHealth#COMPLETE}. Other changes wait, and
     * searches see the old content until it is done. Pass a stream that reads on demand: then
     * nothing that changes meanwhile is missed.
     */
    public void rebuild(OrganizationId organization, Stream<IndexedPassage> passages) {
        indexes.rebuild(organization, passages);
    }

    public IndexHealth health(OrganizationId organization) {
        return indexes.health(organization);
    }

    /** What the index holds, for comparison with what it should hold. */
    public Set<DocumentId> documents(OrganizationId organization) {
        return indexes.documents(organization);
    }

    /** Forgets the organization, files included. */
    public void delete(OrganizationId organization) {
        indexes.delete(organization);
    }
}
