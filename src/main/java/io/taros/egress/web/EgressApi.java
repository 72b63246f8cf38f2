package io.taros.egress.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taros.platform.egress.DataKind;
import io.taros.platform.egress.LedgerEntry;
import io.taros.platform.egress.OutboundLog;
import io.taros.platform.egress.OutboundLog.Filter;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.Page;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/egress")
@Tag(name = "Outbound data", description = "What left the house, to whom, and how much.")
class EgressApi {
    private final OutboundLog log;

    EgressApi(OutboundLog log) {
        this.log = log;
    }

    @Schema(name = "OutboundCall")
    record CallView(
            UUID id,
            @Schema(description = "When it began; the hour for pages that were read") Instant at,
            @Schema(
                            allowableValues = {
                                "answer",
                                "rewrite",
                                "embed_question",
                                "embed_knowledge",
                                "crawl",
                                "sign_in",
                                "password_check",
                                "mail",
                                "domain_check",
                                "notification",
                                "notification_content"
                            })
                    String purpose,
            @Schema(description = "Whose server it is; own for the operator's") String vendor,
            String host,
            @Schema(allowableValues = {"here", "eu", "outside", "unknown"}) String area,
            @Nullable String model,
            @Schema(description = "The most that such a call carries") List<String> data,
            @Schema(description = "More than one for pages of one site in one hour only")
                    long calls,
            long sentBytes,
            long receivedBytes,
            @Schema(
                            description =
                                    "How many values that identify people were replaced before; absent where none were looked for")
                    @Nullable Integer maskedValues,
            @Schema(allowableValues = {"open", "answered", "failed", "refused"}) String outcome) {
        static CallView of(LedgerEntry entry) {
            return new CallView(
                    entry.id(),
                    entry.at(),
                    field(entry.purpose()),
                    entry.vendor(),
                    entry.host(),
                    field(entry.area()),
                    entry.model(),
                    entry.data().stream().map((DataKind kind) -> field(kind)).toList(),
                    entry.calls(),
                    entry.sentBytes(),
                    entry.receivedBytes(),
                    entry.masked(),
                    field(entry.outcome()));
        }
    }

    @Schema(name = "OutboundTotal")
    record TotalView(
            @Schema(description = "In UTC", example = "2026-11") String month,
            String vendor,
            long calls,
            @Schema(description = "Not made, because the organization's rules forbid it")
                    long refused,
            @Schema(description = "Of the calls, those without an answer") long failed,
            long sentBytes,
            long receivedBytes,
            long maskedValues) {
        static TotalView of(OutboundLog.Total total) {
            return new TotalView(
                    total.month().toString(),
                    total.vendor(),
                    total.calls(),
                    total.refused(),
                    total.failed(),
                    total.sentBytes(),
                    total.receivedBytes(),
                    total.masked());
        }
    }

    @GetMapping
    @Requires(Permission.EGRESS_READ)
    @Operation(
            operationId = "listOutboundCalls",
            summary = "List what left the house",
            description =
                    "Newest first: one line a call to somebody else's server, kept for a year. No content.")
    Page<CallView> list(
            @RequestParam(required = false) @Nullable String vendor,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE_TIME)
                    @Nullable Instant from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE_TIME)
                    @Nullable Instant to,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var size = Page.limit(limit);
        var rows =
                log.list(new Filter(vendor, null, from, to), cursor, size + 1).stream()
                        .map(CallView::of)
                        .toList();
        return Page.of(rows, size, call -> call.id().toString());
    }

    @GetMapping("/totals")
    @Requires(Permission.EGRESS_READ)
    @Operation(
            operationId = "sumOutboundCalls",
            summary = "Sum up what left the house",
            description = "By month, in UTC, and vendor; the newest month first.")
    Page<TotalView> totals(
            @RequestParam(required = false) @Nullable String vendor,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE_TIME)
                    @Nullable Instant from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE_TIME)
                    @Nullable Instant to) {
        var all =
                log.totals(new Filter(vendor, null, from, to)).stream().map(TotalView::of).toList();
        return new Page<>(all, new Page.Pagination(null, false));
    }

    private static String field(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT);
    }
}
