package io.taros.rights.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.taros.rights.SubjectExport;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

@Schema(name = "DataSubjectExport")
public record ExportView(
        UUID id,
        @Schema(allowableValues = {"making", "ready", "taken", "failed", "expired"}) String state,
        Instant askedAt,
        Instant expiresAt,
        long bytes) {
    public static ExportView of(SubjectExport export, Instant now) {
        return new ExportView(
                export.id().value(),
                export.state(now).name().toLowerCase(Locale.ROOT),
                export.askedAt(),
                export.expiresAt(),
                export.size());
    }
}
