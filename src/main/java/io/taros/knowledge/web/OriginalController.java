package io.taros.knowledge.web;

import io.taros.knowledge.Originals;
import io.taros.knowledge.extract.Picture;
import io.taros.knowledge.web.DocumentPages.Reader;
import io.taros.knowledge.web.DocumentPages.Shown;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.NotFound;
import io.taros.platform.web.OverLimit;
import io.taros.platform.web.View;
import io.taros.search.DocumentId;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/** The file beside what was read of it. None of its own bytes are shown, only what we draw. */
@Controller
@RequestMapping("/knowledge/documents/{id}/original")
class OriginalController {
    private static final Duration BUSY = Duration.ofSeconds(10);

    private final Originals originals;
    private final DocumentPages pages;

    OriginalController(Originals originals, DocumentPages pages) {
        this.originals = originals;
        this.pages = pages;
    }

    /** A part of the document's page where it is asked for as such, otherwise all of that. */
    @GetMapping("/preview")
    @Requires(Permission.KNOWLEDGE_READ)
    View preview(
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String isPart,
            Caller caller,
            Locale locale) {
        var document = new DocumentId(id);
        var pane = new OriginalPane(id, originals.look(originals.source(document)));
        return isPart == null
                ? pages.page(document, Shown.from(null), new Reader(caller, locale)).beside(pane)
                : pane;
    }

    /** Kept by the browser, which asks each time whether it may still be seen. */
    @GetMapping("/pages/{number}")
    @Requires(Permission.KNOWLEDGE_READ)
    ResponseEntity<byte[]> page(
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false)
                    @Nullable String known) {
        var source = originals.source(new DocumentId(id));
        // A file that can be drawn is never replaced by another.
        var tag = "\"%s-%d\"".formatted(source.id().value(), number);
        if (tag.equals(known)) {
            return kept(HttpStatus.NOT_MODIFIED, tag).build();
        }
        return switch (originals.draw(source, number)) {
            case Picture.Drawn(var png) ->
                    kept(HttpStatus.OK, tag).contentType(MediaType.IMAGE_PNG).body(png);
            case Picture.Missing() -> throw new NotFound();
            case Picture.Failed() -> throw new BadInput("number", "knowledge.original.page.failed");
            case Picture.Busy() -> throw new OverLimit(BUSY);
        };
    }

    private static ResponseEntity.BodyBuilder kept(HttpStatus status, String tag) {
        return ResponseEntity.status(status)
                .eTag(tag)
                .cacheControl(CacheControl.noCache().cachePrivate());
    }
}
