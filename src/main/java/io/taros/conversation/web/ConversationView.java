package io.taros.conversation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.taros.conversation.Transcripts;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "Conversation")
record ConversationView(
        UUID id,
        UUID botId,
        @Schema(allowableValues = {"bot", "waiting", "person", "resolved", "closed"}) String state,
        @Nullable String handoverReason,
        @Schema(
                        description = "How it ended, once it is over",
                        allowableValues = {
                            "by_person",
                            "assumed",
                            "unanswered",
                            "no_reply",
                            "visitor_ended",
                            "spam"
                        })
                @Nullable String resolution,
        @Schema(description = "The account that sees to it") @Nullable UUID assignee,
        @Schema(description = "The team it is left to") @Nullable UUID team,
        @Schema(description = "The visitor's first words") String opening,
        @Schema(description = "What the page is in") String language,
        @Schema(description = "What the visitor writes, or what the page is in until that is known")
                String speaks,
        @Schema(description = "What the visitor asked to be answered in") @Nullable String wants,
        @Nullable String pageUrl,
        @Nullable String browser,
        @Nullable String device,
        @Nullable String timeZone,
        int messages,
        Instant createdAt,
        Instant lastMessageAt) {

    static ConversationView of(Transcripts.Summary summary) {
        var conversation = summary.conversation();
        return new ConversationView(
                conversation.id().value(),
                conversation.botId().value(),
                lower(conversation.state()),
                conversation.handoverReason() == null ? null : lower(conversation.handoverReason()),
                conversation.resolution() == null ? null : lower(conversation.resolution()),
                conversation.assignee() == null ? null : conversation.assignee().value(),
                conversation.team() == null ? null : conversation.team().value(),
                summary.opening(),
                conversation.language(),
                conversation.speaks(),
                conversation.wants(),
                conversation.pageUrl(),
                conversation.browser(),
                conversation.device(),
                conversation.timeZone(),
                conversation.messageCount(),
                conversation.createdAt(),
                conversation.lastMessageAt());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
