package io.taros.analytics.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.taros.analytics.Day;
import io.taros.analytics.DayFigures;
import io.taros.analytics.Insights;
import io.taros.analytics.Period;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A bot's days over REST. */
@Schema(name = "Insights")
record InsightsView(
        LocalDate from,
        LocalDate to,
        @Schema(description = "In which days are counted") String timeZone,
        @Schema(description = "A day with fewer conversations is withheld") int fewestConversations,
        @Schema(description = "How many days are withheld; they are in no sum") long withheldDays,
        @Schema(description = "Of the days that are shown together") Sums totals,
        List<OneDay> days) {

    @Schema(name = "InsightsDay")
    record OneDay(
            LocalDate day,
            @Schema(description = "Too few conversations to be told apart from people")
                    boolean withheld,
            @Schema(description = "Null where the day is withheld") @JsonInclude
                    @Nullable Sums sums) {

        static OneDay of(Day day) {
            return switch (day) {
                case Day.Shown(var figures) -> new OneDay(figures.day(), false, Sums.of(figures));
                case Day.Withheld(var date) -> new OneDay(date, true, null);
                case Day.Quiet(var date) -> new OneDay(date, false, Sums.NONE);
            };
        }
    }

    @Schema(name = "InsightsSums")
    record Sums(
            int conversations,
            Decisions decisions,
            Reliability reliability,
            @Schema(
                            description =
                                    "Mean length of a session in seconds: a conversation on one day, without pauses of"
                                            + " more than half an hour")
                    @JsonInclude
                    @Nullable Long sessionSeconds) {
        static final Sums NONE =
                new Sums(
                        0,
                        new Decisions(0, 0, 0),
                        new Reliability(null, Collections.nCopies(DayFigures.BINS, 0)),
                        null);

        static Sums of(DayFigures figures) {
            return new Sums(
                    figures.conversations(),
                    new Decisions(figures.answered(), figures.askedBack(), figures.handedOver()),
                    new Reliability(figures.reliability().orElse(null), figures.scoreBins()),
                    figures.session().map(Duration::toSeconds).orElse(null));
        }
    }

    @Schema(name = "InsightsDecisions", description = "Greetings and thanks are not counted")
    record Decisions(int answer, int askBack, int handOver) {}

    @Schema(name = "InsightsReliability")
    record Reliability(
            @Schema(description = "Mean of all scores; null where nothing was scored") @JsonInclude
                    @Nullable Double mean,
            @Schema(description = "How many scores lie in each tenth, the lowest first")
                    List<Integer> bins) {}

    static InsightsView of(Period period) {
        return new InsightsView(
                period.from(),
                period.to(),
                "UTC",
                Insights.FEWEST_CONVERSATIONS,
                period.withheld(),
                Sums.of(period.totals()),
                period.days().stream().map(OneDay::of).toList());
    }
}
