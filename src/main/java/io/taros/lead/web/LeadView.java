package io.taros.lead.web;

import io.taros.conversation.Lead;
import io.taros.lead.LeadDesk;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lead over REST.
 *
 * @param assignee the account that sees to it; absent while nobody does
 * @param mergedInto the lead it is shown with; absent for one of its own
 */
record LeadView(
        UUID id,
        UUID conversationId,
        UUID botId,
        String status,
        @Nullable UUID assignee,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String message,
        List<Lead.Answer> answers,
        @Nullable Consent consent,
        @Nullable UUID mergedInto,
        Instant createdAt) {

    /** What they agreed to, and how it is known. */
    record Consent(
            String wording,
            String method,
            @Nullable Integer version,
            @Nullable String language,
            @Nullable String page) {}

    static LeadView of(LeadDesk.Opened one) {
        var lead = one.lead();
        var contact = lead.contact();
        var progress = one.progress();
        return new LeadView(
                lead.id().value(),
                lead.conversationId().value(),
                lead.botId().value(),
                word(progress.status()),
                progress.assignee() == null ? null : progress.assignee().value(),
                contact.name(),
                contact.email(),
                contact.phone(),
                contact.note(),
                lead.given().answers(),
                consent(lead.given().consent()),
                progress.mergedInto() == null ? null : progress.mergedInto().value(),
                lead.createdAt());
    }

    private static @Nullable Consent consent(Lead.@Nullable Consent given) {
        return given == null
                ? null
                : new Consent(
                        given.wording(),
                        word(given.method()),
                        given.version(),
                        given.language(),
                        given.page());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
