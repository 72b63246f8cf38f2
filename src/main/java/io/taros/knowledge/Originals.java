package io.taros.knowledge;

import io.taros.knowledge.extract.Original;
import io.taros.knowledge.extract.Picture;
import io.taros.knowledge.extract.Readers;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.Limit;
import io.taros.platform.web.NotFound;
import io.taros.platform.web.RateLimits;
import io.taros.search.DocumentId;
import org.springframework.stereotype.Component;

/** The files that documents were read from, to be looked at beside what was read. */
@Component
public class Originals {
    private final Documents documents;
    private final Sources sources;
    private final Readers readers;
    private final RateLimits limits;

    Originals(Documents documents, Sources sources, Readers readers, RateLimits limits) {
        this.documents = documents;
        this.sources = sources;
        this.readers = readers;
        this.limits = limits;
    }

    /** The source that the document is the file of. */
    public Source source(DocumentId id) {
        var document = documents.find(id).orElseThrow(NotFound::new);
        var source = sources.get(document.source());
        if (source.kind() != Source.Kind.FILE) {
            throw new NotFound();
        }
        return source;
    }

    public byte[] content(Source source) {
        return sources.upload(source.id()).orElseThrow(NotFound::new);
    }

    public Original look(Source source) {
        limit();
        try {
            return readers.look(() -> content(source), source.title());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Original.Hidden(Original.Why.BUSY);
        }
    }

    /**
     * @param number of the page, the first being 1
     */
    public Picture draw(Source source, int number) {
        limit();
        try {
            return readers.draw(() -> content(source), source.title(), number);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Picture.Busy();
        }
    }

    private void limit() {
        limits.take(Limit.ORIGINAL, Tenancy.organization().toString());
    }
}
