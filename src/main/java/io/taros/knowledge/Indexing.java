package io.taros.knowledge;

import static java.util.stream.Collectors.toMap;

import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.search.DocumentId;
import io.taros.search.Embedder;
import io.taros.search.IndexedPassage;
import io.taros.search.PassageIndex;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Brings the index to where PostgreSQL is. What is new is found by its words at once, and by its
 * meaning when it has been embedded. Everything here may be cut off and done again.
 */
@Component
class Indexing {
    private static final int DOCUMENTS = 32;

    /** A commit waits for the disk; more than this at a time would keep much in memory. */
    private static final int PASSAGES_IN_WORDS = 500;

    /** Less than a second of embedding. */
    private static final int PASSAGES_TO_EMBED = 64;

    private final Shelf shelf;
    private final Embeddings embeddings;
    private final PassageIndex index;
    private final Embedder embedder;
    private final TableSizes sizes;

    Indexing(
            Shelf shelf,
            Embeddings embeddings,
            PassageIndex index,
            Embedder embedder,
            TableSizes sizes) {
        this.shelf = shelf;
        this.embeddings = embeddings;
        this.index = index;
        this.embedder = embedder;
        this.sizes = sizes;
    }

    /** All documents of a source, or of all. */
    void catchUp(Source.@Nullable Id source) {
        boolean more = true;
        while (more) {
            more = catchUpSome(source);
        }
    }

    /**
     * The next few documents of a source, or of all.
     *
     * @return whether there was anything to do
     */
    boolean catchUpSome(Source.@Nullable Id source) {
        return addWords(source) || addVectors(source);
    }

    /**
     * Lets the next few documents be found as they are now, by vectors only where these are known
     * already.
     *
     * @return whether there was anything to do
     */
    boolean addWords(Source.@Nullable Id source) {
        List<Content> contents = some(shelf.behind(source, DOCUMENTS), PASSAGES_IN_WORDS);
        if (contents.isEmpty()) {
            return false;
        }
        sizes.grow(contents.stream().mapToInt(content -> content.passages().size()).sum());
        boolean areAllToCome = embedder.isAllowed();
        write(
                prepare(
                        contents,
                        embeddings::known,
                        passage -> areAllToCome && passage.vector().length == 0));
        return true;
    }

    /**
     * Embeds the next few documents that are found by their words alone.
     *
     * @return whether there was anything to do
     */
    boolean addVectors(Source.@Nullable Id source) {
        List<Content> contents = some(shelf.withoutVectors(source, DOCUMENTS), PASSAGES_TO_EMBED);
        if (contents.isEmpty()) {
            return false;
        }
        write(prepare(contents, embeddings::of, passage -> false));
        return true;
    }

    private record Content(Shelf.Behind document, List<Shelf.Unembedded> passages) {}

    /** One document at least. */
    private List<Content> some(List<Shelf.Behind> documents, int passages) {
        List<Content> contents = new ArrayList<>();
        int count = 0;
        for (Shelf.Behind document : documents) {
            if (count >= passages) {
                break;
            }
            Content content = new Content(document, shelf.passages(document.id()));
            contents.add(content);
            count += content.passages().size();
        }
        return contents;
    }

    /** A document as it would be indexed now. */
    private record Prepared(Shelf.Indexed stamp, List<IndexedPassage> passages) {
        DocumentId id() {
            return stamp.document().id();
        }
    }

    private List<Prepared> prepare(
            List<Content> contents,
            Function<List<Meaning>, List<float[]>> embedding,
            Predicate<IndexedPassage> isToCome) {
        List<Meaning> meanings =
                contents.stream()
                        .flatMap(content -> content.passages().stream())
                        .map(Shelf.Unembedded::meaning)
                        .toList();
        Iterator<float[]> vectors = embedding.apply(meanings).iterator();
        List<Prepared> prepared = new ArrayList<>();
        for (Content content : contents) {
            List<IndexedPassage> passages =
                    content.passages().stream().map(each -> each.with(vectors.next())).toList();
            boolean hasVectors = passages.stream().noneMatch(isToCome);
            prepared.add(
                    new Prepared(
                            new Shelf.Indexed(content.document(), content.passages(), hasVectors),
                            passages));
        }
        return prepared;
    }

    private void write(List<Prepared> prepared) {
        OrganizationId organization = Tenancy.organization();
        // Embedding takes its time, and what is there now may be newer.
        List<Prepared> unchanged =
                prepared.stream().filter(each -> shelf.isUnchanged(each.stamp())).toList();
        index.replace(
                organization, unchanged.stream().collect(toMap(Prepared::id, Prepared::passages)));
        // Changed or deleted between these lines: the next round indexes what they are now, if they
        // still are.
        List<DocumentId> outdated = shelf.stamp(unchanged.stream().map(Prepared::stamp).toList());
        List<DocumentId> gone = new ArrayList<>(outdated);
        gone.removeAll(shelf.fallBehind(outdated));
        if (!gone.isEmpty()) {
            index.remove(organization, gone);
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
        List<DocumentId> documents = shelf.neverEmbedded(embedder.model(), null, DOCUMENTS);
        while (!documents.isEmpty()) {
            for (DocumentId document : documents) {
                embeddings.of(
                        shelf.passages(document).stream().map(Shelf.Unembedded::meaning).toList());
            }
            documents = shelf.neverEmbedded(embedder.model(), documents.getLast(), DOCUMENTS);
        }
    }

    /** What had to be found by its words until the organization thought better of it. */
    private void embedWhatIsAllowedNow() {
        if (embedder.isAllowed()) {
            shelf.wantVectors(embedder.model());
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
