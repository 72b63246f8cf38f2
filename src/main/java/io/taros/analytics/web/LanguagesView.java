package io.taros.analytics.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.taros.conversation.LanguageMonths;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stays of conversations that were made anonymous, over REST. */
@Schema(name = "InsightsLanguages")
record LanguagesView(List<Month> data) {
    @Schema(name = "InsightsLanguageMonth")
    record Month(
            @Schema(description = "Its first day; in UTC") LocalDate month,
            @Schema(description = "Null where several were put together") @JsonInclude
                    @Nullable String language,
            int conversations,
            Outcomes outcomes) {}

    @Schema(name = "InsightsOutcomes", description = "How questions ended")
    record Outcomes(int answered, int unanswered, int handover) {}

    static LanguagesView of(List<LanguageMonths.Sums> all) {
        return new LanguagesView(all.stream().map(LanguagesView::month).toList());
    }

    private static Month month(LanguageMonths.Sums sums) {
        return new Month(
                sums.month(),
                sums.language().isEmpty() ? null : sums.language(),
                sums.conversations(),
                new Outcomes(sums.answered(), sums.unanswered(), sums.handedOver()));
    }
}
