package io.taros.rights;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taros.conversation.Lead;
import io.taros.conversation.Sought;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.NotFound;
import io.taros.platform.web.Page;
import io.taros.rights.web.ExportView;
import io.taros.rights.web.HoldingsView;
import io.taros.rights.web.SubjectRequestView;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/data-subject-requests")
@Tag(
        name = "Data subject requests",
        description = "What people ask about their own data: find, hand over, correct, erase.")
class SubjectRequestsApi {
    private final SubjectRequests requests;
    private final RequestDesk desk;
    private final RestrictPerson restricting;
    private final Exports exports;
    private final InstantSource clock;

    SubjectRequestsApi(
            SubjectRequests requests,
            RequestDesk desk,
            RestrictPerson restricting,
            Exports exports,
            InstantSource clock) {
        this.requests = requests;
        this.desk = desk;
        this.restricting = restricting;
        this.exports = exports;
        this.clock = clock;
    }

    /**
     * @param by how the person is found
     * @param value an address, a number, the website's name for its user, or a conversation's id
     * @param bot whose website gives that name; needed where there are several
     */
    @Schema(name = "NewDataSubjectRequest")
    record NewRequest(
            @Nullable String kind,
            @Nullable String by,
            @Nullable String value,
            @Schema(
                            format = "uuid",
                            description =
                                    "Whose website calls its user so; needed by \"identity\" where there are several bots")
                    @Nullable String bot,
            @Schema(description = "Today if absent") @Nullable LocalDate receivedOn) {
        NewSubjectRequest wanted(LocalDate today) {
            return new NewSubjectRequest(
                    SubjectRequestsController.constant("kind", SubjectRequest.Kind.values(), kind),
                    new Sought(
                            SubjectRequestsController.constant("by", Sought.By.values(), by),
                            value == null ? "" : value,
                            SubjectRequestsController.botOf(bot)),
                    receivedOn == null ? today : receivedOn);
        }
    }

    @Schema(name = "ErasureConfirmation")
    record Confirmation(
            @Schema(description = "The value of the request once more") @Nullable String confirm) {}

    @Schema(name = "Extension")
    record Extending(@Schema(allowableValues = {"complex", "many"}) @Nullable String reason) {}

    @Schema(name = "Outcome")
    record Ending(@Nullable String outcome) {}

    @GetMapping
    @Requires(Permission.SUBJECT_REQUEST_MANAGE)
    @Operation(
            operationId = "listDataSubjectRequests",
            summary = "List data subject requests",
            description = "The latest first.")
    Page<SubjectRequestView> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var size = Page.limit(limit);
        var rows = requests.before(cursor == null ? Integer.MAX_VALUE : number(cursor), size + 1);
        var page = Page.of(rows, size, (SubjectRequest one) -> String.valueOf(one.number()));
        return new Page<>(
                page.data().stream().map(SubjectRequestView::of).toList(), page.pagination());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.SUBJECT_REQUEST_MANAGE)
    @Operation(
            operationId = "openDataSubjectRequest",
            summary = "Record a data subject request",
            description =
                    "It is due a month after it was received. The value is kept sealed until the request is closed.")
    SubjectRequestView open(@RequestBody NewRequest wanted, Caller caller) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return SubjectRequestView.of(requests.open(wanted.wanted(today), caller.account()));
    }

    @GetMapping("/{id}")
    @Requires(Permission.SUBJECT_REQUEST_MANAGE)
    @Operation(
            operationId = "readDataSubjectRequest",
            summary = "Read a data subject request",
            description = "With the receipt of what was erased.")
    SubjectRequestView read(@PathVariable UUID id) {
        return SubjectRequestView.of(requests.get(idOf(id)));
    }

    @GetMapping("/{id}/holdings")
    @Requires(Permission.SUBJECT_REQUEST_MANAGE)
    @Operation(
            operationId = "findDataSubject",
            summary = "Find what is held about the person",
            description =
                    "Counts by kind, and contact details that can be corrected. 409 once closed.")
    HoldingsView holdings(@PathVariable UUID id) {
        return HoldingsView.of(desk.find(idOf(id)));
    }

    @PostMapping("/{id}/export")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Requires(Permission.SUBJECT_REQUEST_MANAGE)
    @Operation(
            operationId = "exportDataSubject",
            summary = "Make a copy of what is held",
            description =
                    "A ZIP of JSON with its schema, CSV and a readable page. Made afterwards; kept sealed for six days at"
                            + " most.")
    ExportView export(@PathVariable UUID id) {
        return ExportView.of(exports.ask(idOf(id)), clock.instant());
    }

    @GetMapping("/{id}/export")
    @Requires(Permission.SUBJECT_REQUEST_MANAGE)
    @Operation(
            operationId = "readDataSubjectExport",
            summary = "See how far the copy is",
            description = "The latest of the request.")
    ExportView exported(@PathVariable UUID id) {
        return exports.find(idOf(id))
                .map(export -> ExportView.of(export, clock.instant()))
                .orElseThrow(NotFound::new);
    }

    @PostMapping("/{id}/export/file")
    @Requires(Permission.SUBJECT_REQUEST_MANAGE)
    @Operation(
            operationId = "fetchDataSubjectExport",
            summary = "Fetch the copy, once",
            description =
                    "Nothing of it is left afterwards. 409 if it is not ready or was fetched.")
    void file(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        var request = requests.get(idOf(id));
        var taken = exports.take(request.id());
        ZipDownload.begin(response, "data-subject-request-%d.zip".formatted(request.number()));
        exports.write(taken, response.getOutputStream());
    }

    @PutMapping("/{id}/contact-details/{contact}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.SUBJECT_REQUEST_MANAGE)
    @Operation(
            operationId = "correctContactDetails",
            summary = "Correct contact details",
            description = "All three are replaced; an address or a number must remain.")
    void correct(@PathVariable UUID id, @PathVariable UUID contact, @RequestBody ContactForm body) {
        desk.correct(idOf(id), new Lead.Id(contact), body.contact());
    }

    @PostMapping("/{id}/restriction")
    @Requires(Permission.SUBJECT_REQUEST_MANAGE)
    @Operation(
            operationId = "restrictDataSubject",
            summary = "Restrict what was said with the person",
            description =
                    "Kept, on no list, used for nothing. Once more for what came since. Of restrictions, corrections and"
                            + " objections.")
    SubjectRequestView restrict(@PathVariable UUID id) {
        restricting.restrict(idOf(id));
        return read(id);
    }

    @DeleteMapping("/{id}/restriction")
    @Requires(Permission.SUBJECT_REQUEST_MANAGE)
    @Operation(
            operationId = "liftRestriction",
            summary = "Lift the restriction",
            description = "After the person was told; also of a request that is closed.")
    SubjectRequestView lift(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable LocalDate told) {
        restricting.lift(idOf(id), told);
        return read(id);
    }

    @PostMapping("/{id}/erasure")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Requires(Permission.SUBJECT_REQUEST_MANAGE)
    @Operation(
            operationId = "eraseDataSubject",
            summary = "Erase the person",
            description =
                    "For good. Happens afterwards; read the request for the receipt. What a legal hold keeps stays, and"
                            + " the receipt says so.")
    SubjectRequestView erase(@PathVariable UUID id, @RequestBody Confirmation body) {
        desk.erase(idOf(id), body.confirm() == null ? "" : body.confirm());
        return read(id);
    }

    @PostMapping("/{id}/extension")
    @Requires(Permission.SUBJECT_REQUEST_MANAGE)
    @Operation(
            operationId = "extendDataSubjectRequest",
            summary = "Take two more months",
            description =
                    "Once, for one of the two reasons the law knows. The person must be told.")
    SubjectRequestView extend(@PathVariable UUID id, @RequestBody Extending body) {
        requests.extend(
                idOf(id),
                SubjectRequestsController.constant(
                        "reason", SubjectRequest.Extension.values(), body.reason()));
        return read(id);
    }

    @PostMapping("/{id}/outcome")
    @Requires(Permission.SUBJECT_REQUEST_MANAGE)
    @Operation(
            operationId = "closeDataSubjectRequest",
            summary = "Close a request",
            description =
                    "From then on the register knows the person by the request's number alone.")
    SubjectRequestView close(@PathVariable UUID id, @RequestBody Ending body, Caller caller) {
        requests.close(
                idOf(id),
                SubjectRequestsController.constant(
                        "outcome", SubjectRequest.Outcome.values(), body.outcome()),
                caller.account());
        return read(id);
    }

    private static SubjectRequest.Id idOf(UUID id) {
        return new SubjectRequest.Id(id);
    }

    private static int number(String cursor) {
        try {
            return Integer.parseInt(cursor);
        } catch (NumberFormatException _) {
            throw new BadInput("cursor", "rights.input.cursor");
        }
    }
}
