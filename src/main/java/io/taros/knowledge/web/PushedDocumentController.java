package io.taros.knowledge.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taros.knowledge.Document;
import io.taros.knowledge.Documents;
import io.taros.knowledge.PushedDocuments;
import io.taros.knowledge.PushedDocuments.Outcome;
import io.taros.knowledge.Source;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.Limit;
import io.taros.platform.web.NotFound;
import io.taros.platform.web.RateLimits;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/sources/{id}/documents/{externalId}")
@Tag(name = "Sources")
class PushedDocumentController {
    private final PushedDocuments pushed;
    private final Documents documents;
    private final RateLimits limits;

    PushedDocumentController(PushedDocuments pushed, Documents documents, RateLimits limits) {
        this.pushed = pushed;
        this.documents = documents;
        this.limits = limits;
    }

    @PutMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Requires(Permission.KNOWLEDGE_WRITE)
    @Operation(
            operationId = "putDocument",
            summary = "Hand in a document",
            description =
                    "To a source of type api, under a name of your own: letters, digits and . _ : ~ - up to 200. 202 if it"
                            + " is new or says something else, and it is found as soon as the source is ready again; 200"
                            + " if it is known as it is, and nothing is done. By calling this you confirm that you may"
                            + " use the content.")
    ResponseEntity<DocumentView> put(
            @PathVariable UUID id, @PathVariable String externalId, @RequestBody DocumentBody body)
            throws InterruptedException {
        var source = pushed.source(new Source.Id(id)).id();
        limits.take(Limit.DOCUMENT, Tenancy.organization().toString());
        var outcome = pushed.put(source, body.document(externalId));
        pushed.learn(source);
        return ResponseEntity.status(
                        outcome == Outcome.UNCHANGED ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .body(get(id, externalId));
    }

    @GetMapping
    @Requires(Permission.KNOWLEDGE_READ)
    @Operation(
            operationId = "getDocument",
            summary = "Read a document that was handed in",
            description = "With the text that was understood.")
    DocumentView get(@PathVariable UUID id, @PathVariable String externalId) {
        return pushed.find(new Source.Id(id), externalId)
                .map(this::view)
                .orElseThrow(NotFound::new);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.KNOWLEDGE_WRITE)
    @Operation(
            operationId = "deleteDocument",
            summary = "Take a document back",
            description = "From then on nothing of it is cited.")
    void remove(@PathVariable UUID id, @PathVariable String externalId) {
        if (!pushed.remove(new Source.Id(id), externalId)) {
            throw new NotFound();
        }
    }

    private DocumentView view(Document document) {
        return DocumentView.of(document, documents.text(document.id()).orElse(""));
    }
}
