package io.taros.knowledge;

import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.search.DocumentId;
import io.taros.search.Embedder;
import io.taros.search.IndexedPassage;
import io.taros.search.PassageIndex;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings the index to where PostgreSQL is. Everything here may be cut off and done again. */
@Component
class Indexing {
    private static final int BATCH = 8;

    private final Shelf shelf;
    private final Embeddings embeddings;
    private final PassageIndex index;
    private final Embedder embedder;

    Indexing(Shelf shelf, Embeddings embeddings, PassageIndex index, Embedder embedder) {
        this.shelf = shelf;
        this.embeddings = embeddings;
        this.index = index;
        this.embedder = embedder;
    }

    /**
     * Embeds and indexes the next few documents of a source, or of all.
     *
     * @return whether there was anything to do
     */
    boolean catchUp(Source.@Nullable Id source) {
        List<Shelf.Behind> behind = shelf.behind(source, BATCH);
        for (Shelf.Behind document : behind) {
            catchUp(document);
        }
        return !behind.isEmpty();
    }

    private void catchUp(Shelf.Behind document) {
        OrganizationId organization = Tenancy.organization();
        List<Shelf.Unembedded> passages = shelf.passages(document.id());
        List<float[]> vectors =
                embeddings.of(passages.stream().map(Shelf.Unembedded::meaning).toList());
        List<IndexedPassage> indexed = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            indexed.add(passages.get(i).with(vectors.get(i)));
        }
        index.replace(organization, document.id(), indexed);
        if (!shelf.stamp(document, indexed.stream().map(IndexedPassage::id).toList())) {
            // Changed or deleted meanwhile: the next round indexes what it is now, if it still is.
            index.remove(organization, List.of(document.id()));
        }
    }

    /** From PostgreSQL alone; vectors are read, not made. */
    void rebuild() {
        OrganizationId organization = Tenancy.organization();
        shelf.all(embedder.model(), all -> index.rebuild(organization, all));
        shelf.stampAll(embedder.model());
    }

    /** Whatever a crash left different between the two stores. */
    void heal() {
        OrganizationId organization = Tenancy.organization();
        switch (index.health(organization)) {
            case INCOMPLETE -> rebuild();
            case OUTDATED -> {
                embedAll();
                rebuild();
            }
            case COMPLETE -> {
                compare(organization);
                embedWhatIsAllowedNow();
            }
        }
    }

    /**
     * After a change of the model: while this runs, the index is searched as it was, by its words.
     */
    private void embedAll() {
        if (!embedder.isAllowed()) {
            return;
        }
        List<DocumentId> documents = shelf.withoutVectors(embedder.model(), null, BATCH);
        while (!documents.isEmpty()) {
            for (DocumentId document : documents) {
                embeddings.of(
                        shelf.passages(document).stream().map(Shelf.Unembedded::meaning).toList());
            }
            documents = shelf.withoutVectors(embedder.model(), documents.getLast(), BATCH);
        }
    }

    /** What had to be found by its words until the organization thought better of it. */
    private void embedWhatIsAllowedNow() {
        if (!embedder.isAllowed()) {
            return;
        }
        List<DocumentId> documents = shelf.withoutVectors(embedder.model(), null, BATCH);
        while (!documents.isEmpty()) {
            shelf.fallBehind(documents);
            documents = shelf.withoutVectors(embedder.model(), documents.getLast(), BATCH);
        }
    }

    private void compare(OrganizationId organization) {
        Set<DocumentId> known = index.documents(organization);
        List<DocumentId> wanted = shelf.withPassages();
        List<DocumentId> missing = wanted.stream().filter(id -> !known.contains(id)).toList();
        if (!missing.isEmpty()) {
            shelf.fallBehind(missing);
        }
        Set<DocumentId> extra = new HashSet<>(known);
        wanted.forEach(extra::remove);
        if (!extra.isEmpty()) {
            index.remove(organization, extra);
        }
    }
}
