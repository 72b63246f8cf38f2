package io.taros.analytics.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.taros.analytics.Cut;
import io.taros.analytics.Insights;
import io.taros.analytics.Tally;
import io.taros.analytics.Waits;
import io.taros.analytics.Weeks;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What conversations had in common, over REST. */
@Schema(name = "InsightsWeeks")
record WeeksView(
        @Schema(description = "A Monday") LocalDate from,
        @Schema(description = "A Sunday") LocalDate to,
        @Schema(description = "In which days are counted") String timeZone,
        @Schema(description = "Fewer are never told apart") int fewestConversations,
        @Schema(description = "Each counted once on each of its days") int conversations,
        @Schema(description = "Resolved, of those that ended; null where none did") @JsonInclude
                @Nullable Double resolvedShare,
        Groups handovers,
        Groups endings,
        Ratings chatRatings,
        Ratings answerRatings,
        Took firstReply,
        Took settled,
        @Schema(description = "By the id of each; a conversation can have several") Groups tags,
        Groups languages,
        Groups pages) {

    @Schema(name = "InsightsGroups")
    record Groups(
            List<Group> groups,
            @Schema(description = "In groups too small to be told, or without a name") Sums other,
            @Schema(description = "Weeks of a bot with too few; they are in no sum")
                    int withheldWeeks) {
        static Groups of(Cut cut) {
            return new Groups(
                    cut.groups().stream()
                            .map(group -> new Group(group.name(), Sums.of(group.tally())))
                            .toList(),
                    Sums.of(cut.rest()),
                    cut.withheldWeeks());
        }
    }

    @Schema(name = "InsightsGroup")
    record Group(
            @Schema(
                            description =
                                    "A reason, a resolution, a tag's id, a language (ISO 639-1), or a page's path in which * stands"
                                            + " for what is one visitor's")
                    String name,
            Sums sums) {}

    @Schema(name = "InsightsGroupSums", description = "Questions of languages and pages only")
    record Sums(int conversations, int answered, int askedBack, int handedOver) {
        static Sums of(Tally tally) {
            return new Sums(
                    tally.conversations(), tally.answered(), tally.askedBack(), tally.handedOver());
        }
    }

    @Schema(name = "InsightsRatings")
    record Ratings(
            int conversations,
            @Schema(description = "4 and 5, of five; null without ratings") @JsonInclude
                    @Nullable Double contentShare,
            int withheldWeeks) {
        static Ratings of(Weeks weeks, Tally.Kind kind) {
            var cut = weeks.cut(kind);
            return new Ratings(cut.total(), weeks.content(kind).orElse(null), cut.withheldWeeks());
        }
    }

    @Schema(name = "InsightsTook", description = "Within a quarter of the true value")
    record Took(
            int conversations,
            @JsonInclude @Nullable Long medianSeconds,
            @Schema(description = "Nine of ten took no longer") @JsonInclude
                    @Nullable Long p90Seconds) {
        static Took of(Waits waits) {
            return new Took(
                    waits.count(),
                    waits.median().map(Duration::toSeconds).orElse(null),
                    waits.slow().map(Duration::toSeconds).orElse(null));
        }
    }

    static WeeksView of(Weeks weeks) {
        return new WeeksView(
                weeks.from(),
                weeks.to(),
                "UTC",
                Insights.FEWEST_CONVERSATIONS,
                weeks.conversations(),
                weeks.resolved().orElse(null),
                Groups.of(weeks.cut(Tally.Kind.HANDOVER)),
                Groups.of(weeks.cut(Tally.Kind.ENDING)),
                Ratings.of(weeks, Tally.Kind.CHAT_RATING),
                Ratings.of(weeks, Tally.Kind.ANSWER_RATING),
                Took.of(weeks.firstReply()),
                Took.of(weeks.settled()),
                Groups.of(weeks.cut(Tally.Kind.TAG)),
                Groups.of(weeks.cut(Tally.Kind.LANGUAGE)),
                Groups.of(weeks.cut(Tally.Kind.PAGE)));
    }
}
