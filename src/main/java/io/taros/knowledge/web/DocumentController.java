package io.taros.knowledge.web;

import io.taros.knowledge.Documents;
import io.taros.knowledge.Mend;
import io.taros.knowledge.Mends;
import io.taros.knowledge.Originals;
import io.taros.knowledge.web.DocumentPages.Reader;
import io.taros.knowledge.web.DocumentPages.Shown;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Limit;
import io.taros.platform.web.NotFound;
import io.taros.platform.web.RateLimits;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import io.taros.search.DocumentId;
import io.taros.search.PassageId;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A document and its passages, which are put right here. */
@Controller
@RequestMapping("/knowledge/documents/{id}")
class DocumentController {
    private static final MediaType PLAIN_TEXT =
            new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    /**
     * @param seen the decision that was shown; empty where there was none
     * @param again a decision about what the passage was before
     */
    record Form(@Nullable String text, @Nullable String seen, @Nullable UUID again) {
        private Mend.Seen shown() {
            try {
                return new Mend.Seen(
                        seen == null || seen.isEmpty() ? null : new Mend.Id(UUID.fromString(seen)));
            } catch (IllegalArgumentException notOurs) {
                throw new NotFound();
            }
        }

        private String typed() {
            return text == null ? "" : text;
        }
    }

    private final Documents documents;
    private final Originals originals;
    private final Mends mends;
    private final DocumentPages pages;
    private final RateLimits limits;

    DocumentController(
            Documents documents,
            Originals originals,
            Mends mends,
            DocumentPages pages,
            RateLimits limits) {
        this.documents = documents;
        this.originals = originals;
        this.mends = mends;
        this.pages = pages;
        this.limits = limits;
    }

    /**
     * What of it is asked for.
     *
     * @param again a decision that does not apply any more, to be put into the form of {@code
     *     passage}
     */
    record Asked(@Nullable Integer from, @Nullable UUID again, @Nullable UUID passage) {}

    @GetMapping
    @Requires(Permission.KNOWLEDGE_READ)
    DocumentPage page(@PathVariable UUID id, Asked asked, Caller caller, Locale locale) {
        var document = new DocumentId(id);
        var shown = Shown.from(asked.from());
        var again = asked.again();
        var passage = asked.passage();
        if (again != null && passage != null) {
            var text = mends.lost(document, new Mend.Id(again)).map(Mend::text).orElse(null);
            if (text != null) {
                shown = shown.touching(card -> applied(card, passage, text, again));
            }
        }
        return pages.page(document, shown, new Reader(caller, locale));
    }

    private static PassageCard applied(PassageCard card, UUID passage, String text, UUID again) {
        return card.id().equals(passage) ? card.correcting(text, again, FormErrors.NONE) : card;
    }

    /** Nothing of it runs where we are at home: it is stored, not shown. */
    @GetMapping("/original")
    @Requires(Permission.KNOWLEDGE_READ)
    ResponseEntity<byte[]> original(@PathVariable UUID id) {
        var source = originals.source(new DocumentId(id));
        return download(
                originals.content(source), MediaType.APPLICATION_OCTET_STREAM, source.title());
    }

    /** All of it, of which the page may show the beginning alone. */
    @GetMapping("/text")
    @Requires(Permission.KNOWLEDGE_READ)
    ResponseEntity<byte[]> text(@PathVariable UUID id) {
        var document = documents.find(new DocumentId(id)).orElseThrow(NotFound::new);
        var text = documents.text(document.id()).orElseThrow(NotFound::new);
        var name = document.title().isBlank() ? id.toString() : document.title();
        return download(text.getBytes(StandardCharsets.UTF_8), PLAIN_TEXT, name + ".txt");
    }

    private static ResponseEntity<byte[]> download(byte[] content, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .contentLength(content.length)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .body(content);
    }

    @PostMapping("/passages/{passage}/correction")
    @Requires(Permission.KNOWLEDGE_WRITE)
    View correct(
            @PathVariable UUID id,
            @PathVariable UUID passage,
            Form form,
            Caller caller,
            Locale locale) {
        var wish = new Mend.Wish.Correct(form.typed());
        return make(new Place(id, passage), wish, form, new Reader(caller, locale));
    }

    @PostMapping("/passages/{passage}/exclusion")
    @Requires(Permission.KNOWLEDGE_WRITE)
    View exclude(
            @PathVariable UUID id,
            @PathVariable UUID passage,
            Form form,
            Caller caller,
            Locale locale) {
        var wish = new Mend.Wish.Exclude();
        return make(new Place(id, passage), wish, form, new Reader(caller, locale));
    }

    @PostMapping("/passages/{passage}/as-read")
    @Requires(Permission.KNOWLEDGE_WRITE)
    View leaveAsRead(
            @PathVariable UUID id,
            @PathVariable UUID passage,
            Form form,
            Caller caller,
            Locale locale) {
        var wish = new Mend.Wish.LeaveAsRead();
        return make(new Place(id, passage), wish, form, new Reader(caller, locale));
    }

    @PostMapping("/mends/{mend}/removal")
    @Requires(Permission.KNOWLEDGE_WRITE)
    View forget(@PathVariable UUID id, @PathVariable UUID mend) {
        check(new DocumentId(id));
        mends.forget(new DocumentId(id), new Mend.Id(mend));
        return new Redirect("/knowledge/documents/" + id);
    }

    private void check(DocumentId id) {
        if (documents.find(id).isEmpty()) {
            throw new NotFound();
        }
    }

    private record Place(UUID document, UUID passage) {
        DocumentId id() {
            return new DocumentId(document);
        }
    }

    private View make(Place place, Mend.Wish wish, Form form, Reader reader) {
        check(place.id());
        var passage = mends.find(place.id(), new PassageId(place.passage()));
        if (passage.isEmpty()) {
            return pages.page(place.id(), Shown.from(null).leaving(form.typed()), reader);
        }
        var from = DocumentPage.from(passage.get().position());
        try {
            limits.take(Limit.SOURCE, Tenancy.organization().toString());
            make(passage.get().id(), wish, form);
            return new Redirect(
                    "/knowledge/documents/%s?from=%d#passage-%s"
                            .formatted(place.document(), from, place.passage()));
        } catch (BadInput refused) {
            return again(place, from, form, FormErrors.of(refused), reader);
        } catch (Conflict refused) {
            return again(place, from, form, FormErrors.of(refused.in("text")), reader);
        }
    }

    private void make(PassageId passage, Mend.Wish wish, Form form) {
        if (form.again() == null) {
            mends.make(passage, wish, form.shown());
        } else {
            mends.makeAgain(new Mend.Id(form.again()), passage, wish, form.shown());
        }
    }

    private View again(Place place, int from, Form form, FormErrors errors, Reader reader) {
        var shown =
                Shown.from(from)
                        .touching(card ->
                                card.id().equals(place.passage())
                                        ? card.correcting(
                                                form.text() == null
                                                        ? card.correcting().text()
                                                        : form.typed(),
                                                form.again(),
                                                errors)
                                        : card);
        return pages.page(place.id(), shown, reader);
    }
}
