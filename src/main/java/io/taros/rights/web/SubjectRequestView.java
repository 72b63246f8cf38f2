package io.taros.rights.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.taros.rights.ErasureReceipt;
import io.taros.rights.SubjectRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "DataSubjectRequest")
public record SubjectRequestView(
        UUID id,
        @Schema(description = "All that the register remembers of who asked, once it is closed")
                int number,
        @Schema(allowableValues = {"access", "correction", "erasure", "restriction", "objection"})
                String kind,
        @Schema(allowableValues = {"email", "phone", "identity", "conversation"}) String soughtBy,
        @Schema(allowableValues = {"open", "erasing", "closed"}) String state,
        LocalDate receivedOn,
        LocalDate dueOn,
        @Schema(allowableValues = {"complex", "many"}) @Nullable String extension,
        @Schema(
                        allowableValues = {
                            "done",
                            "nobody_found",
                            "withdrawn",
                            "not_proven",
                            "unfounded",
                            "law"
                        })
                @Nullable String outcome,
        @Nullable Instant closedAt,
        @Schema(description = "While conversations are restricted for its sake")
                @Nullable Instant restrictedSince,
        @Nullable Receipt receipt) {

    @Schema(name = "ErasureReceipt")
    public record Receipt(
            @Schema(description = "Rows that were erased, by table") Map<String, Long> rows,
            @Schema(description = "Conversations that stay because of a legal hold") int held,
            @Nullable Instant heldUntil,
            @Schema(description = "Tables read for it afterwards; 0 until then") int searched,
            @Schema(description = "Rows in which it still stands, by table; empty if nowhere")
                    Map<String, Long> found) {
        static Receipt of(ErasureReceipt receipt) {
            return new Receipt(
                    receipt.rows(),
                    receipt.held(),
                    receipt.heldUntil(),
                    receipt.searched(),
                    receipt.found());
        }
    }

    public static SubjectRequestView of(SubjectRequest request) {
        var closing = request.closing();
        var receipt = request.receipt();
        return new SubjectRequestView(
                request.id().value(),
                request.number(),
                request.kind().word(),
                lower(request.soughtBy()),
                !request.isOpen() ? "closed" : request.isErasing() ? "erasing" : "open",
                request.receivedOn(),
                request.dueOn(),
                request.extension() == null ? null : lower(request.extension()),
                closing == null ? null : lower(closing.outcome()),
                closing == null ? null : closing.at(),
                request.restrictedSince(),
                receipt == null ? null : Receipt.of(receipt));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
