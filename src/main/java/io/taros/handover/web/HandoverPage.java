package io.taros.handover.web;

import io.taros.handover.HandoverRules.Topic;
import io.taros.handover.PublicHolidays;
import io.taros.handover.Team;
import io.taros.platform.web.BotPick;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** When a bot calls people, and when they can be expected. */
public record HandoverPage(
        BotPick pick,
        Rules rules,
        List<Choice> teams,
        Opening opening,
        boolean isSaved,
        FormErrors errors)
        implements View {
    public HandoverPage {
        teams = List.copyOf(teams);
    }

    /** A team to which conversations can be left. */
    public record Choice(String id, String name) {}

    /**
     * As typed.
     *
     * @param words of a topic, with commas between them
     * @param team its id; empty for everybody
     */
    public record Rules(
            List<TopicRow> topics,
            @Nullable Integer tries,
            boolean isForAngry,
            String angryWords,
            String team) {}

    /** One of the form's lines; two blank ones follow those that are kept. */
    public record TopicRow(String name, String words, String team) {
        static final TopicRow BLANK = new TopicRow("", "", "");

        static TopicRow of(Topic topic) {
            return new TopicRow(topic.name(), String.join(", ", topic.words()), idOf(topic.team()));
        }
    }

    static String idOf(Team.@Nullable Id team) {
        return team == null ? "" : team.value().toString();
    }

    /**
     * As typed.
     *
     * @param week the hours of each day
     * @param days that are not as usual, as lines
     */
    public record Opening(
            boolean isKept,
            String zone,
            Map<DayOfWeek, String> week,
            @Nullable String country,
            String days,
            Outlook outlook) {}

    /**
     * What follows from it.
     *
     * @param opens when people can be expected again; known only where they cannot now
     */
    public record Outlook(
            boolean isOpen, @Nullable Instant opens, List<PublicHolidays.Day> holidays) {
        static final Outlook OPEN = new Outlook(true, null, List.of());
    }

    public List<String> countries() {
        return PublicHolidays.countries();
    }

    @Override
    public String template() {
        return "handover/handover";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
