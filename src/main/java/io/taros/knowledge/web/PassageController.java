package io.taros.knowledge.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taros.conversation.PassageCitations;
import io.taros.knowledge.Documents;
import io.taros.knowledge.Mend;
import io.taros.knowledge.Mends;
import io.taros.knowledge.ReadPassage;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.Limit;
import io.taros.platform.web.NotFound;
import io.taros.platform.web.Page;
import io.taros.platform.web.RateLimits;
import io.taros.search.DocumentId;
import io.taros.search.PassageId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Sources")
class PassageController {
    record Correction(@Nullable String text) {}

    private final Documents documents;
    private final Mends mends;
    private final PassageCitations citations;
    private final RateLimits limits;

    PassageController(
            Documents documents, Mends mends, PassageCitations citations, RateLimits limits) {
        this.documents = documents;
        this.mends = mends;
        this.citations = citations;
        this.limits = limits;
    }

    @GetMapping("/documents/{id}")
    @Requires(Permission.KNOWLEDGE_READ)
    @Operation(
            operationId = "readDocument",
            summary = "Read a document",
            description = "With the text that was understood.")
    DocumentView document(@PathVariable UUID id) {
        var document = documents.find(new DocumentId(id)).orElseThrow(NotFound::new);
        return DocumentView.of(document, documents.text(document.id()).orElse(""));
    }

    @GetMapping("/documents/{id}/passages")
    @Requires(Permission.KNOWLEDGE_READ)
    @Operation(
            operationId = "listPassages",
            summary = "List the passages of a document",
            description = "In their order, with what was decided about each.")
    Page<PassageView> passages(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var document = documents.find(new DocumentId(id)).orElseThrow(NotFound::new).id();
        var size = Page.limit(limit);
        var after = cursor == null ? ReadPassage.BEFORE_THE_FIRST : cursor;
        var counts = citations.count(document);
        var rows =
                mends.list(document, after, size + 1).stream()
                        .map(passage ->
                                PassageView.of(passage, counts.getOrDefault(passage.id(), 0)))
                        .toList();
        return Page.of(rows, size, passage -> String.valueOf(passage.position()));
    }

    @GetMapping("/documents/{id}/lost-mends")
    @Requires(Permission.KNOWLEDGE_READ)
    @Operation(
            operationId = "listLostMends",
            summary = "List what was decided about passages that read otherwise now",
            description = "It applies to nothing any more, unless the page says the same again.")
    Page<LostMendView> lost(@PathVariable UUID id) {
        var document = documents.find(new DocumentId(id)).orElseThrow(NotFound::new).id();
        var rows = mends.lost(document).stream().map(LostMendView::of).toList();
        return Page.of(rows, Math.max(1, rows.size()), mend -> mend.id().toString());
    }

    @DeleteMapping("/documents/{id}/lost-mends/{mend}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.KNOWLEDGE_WRITE)
    @Operation(
            operationId = "forgetLostMend",
            summary = "Forget what applies to nothing any more",
            description = "404 if it applies to something again.")
    void forget(@PathVariable UUID id, @PathVariable UUID mend) {
        var lost = mends.lost(new DocumentId(id), new Mend.Id(mend)).orElseThrow(NotFound::new);
        mends.forget(lost.document(), lost.id());
    }

    @GetMapping("/passages/{id}")
    @Requires(Permission.KNOWLEDGE_READ)
    @Operation(
            operationId = "getPassage",
            summary = "Read a passage",
            description = "Its id stays for as long as it reads the same.")
    PassageView get(@PathVariable UUID id) {
        return view(mends.get(new PassageId(id)));
    }

    @PutMapping("/passages/{id}/exclusion")
    @Requires(Permission.KNOWLEDGE_WRITE)
    @Operation(
            operationId = "excludePassage",
            summary = "Exclude a passage",
            description =
                    "From then on no answer uses it; where changes wait in a draft, from when that is published. 409 for"
                            + " a question with its answer.")
    PassageView exclude(@PathVariable UUID id) {
        return make(id, new Mend.Wish.Exclude());
    }

    @DeleteMapping("/passages/{id}/exclusion")
    @Requires(Permission.KNOWLEDGE_WRITE)
    @Operation(
            operationId = "includePassage",
            summary = "Include a passage again",
            description = "As it was read. Nothing happens to one that is not excluded.")
    PassageView include(@PathVariable UUID id) {
        var passage = mends.get(new PassageId(id));
        return passage.isExcluded() ? make(id, new Mend.Wish.LeaveAsRead()) : view(passage);
    }

    @PutMapping("/passages/{id}/correction")
    @Requires(Permission.KNOWLEDGE_WRITE)
    @Operation(
            operationId = "correctPassage",
            summary = "Correct a passage",
            description =
                    "Teaches this text in place of what was read, for as long as the document reads the same. Up to 4,000"
                            + " characters. 409 for a question with its answer.")
    PassageView correct(@PathVariable UUID id, @RequestBody Correction body) {
        return make(id, new Mend.Wish.Correct(body.text() == null ? "" : body.text()));
    }

    @DeleteMapping("/passages/{id}/correction")
    @Requires(Permission.KNOWLEDGE_WRITE)
    @Operation(
            operationId = "leavePassageAsRead",
            summary = "Take a correction back",
            description = "Nothing happens to a passage that is not corrected.")
    PassageView leaveAsRead(@PathVariable UUID id) {
        var passage = mends.get(new PassageId(id));
        return passage.isCorrected() ? make(id, new Mend.Wish.LeaveAsRead()) : view(passage);
    }

    private PassageView make(UUID id, Mend.Wish wish) {
        limits.take(Limit.SOURCE, Tenancy.organization().toString());
        return view(mends.make(new PassageId(id), wish, null));
    }

    private PassageView view(ReadPassage passage) {
        return PassageView.of(passage, citations.count(passage.id()));
    }
}
