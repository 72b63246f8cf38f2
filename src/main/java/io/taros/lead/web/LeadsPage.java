package io.taros.lead.web;

import io.taros.lead.LeadStatus;
import io.taros.platform.web.BotPick;
import io.taros.platform.web.View;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The desk: everybody who wants to be answered.
 *
 * @param asked what was filtered by, as it came
 * @param next after which older ones follow; absent on the last page
 * @param query the filter as the rest of an address
 * @param isGone whether one was deleted just now
 */
public record LeadsPage(
        List<Row> rows,
        Asked asked,
        Choices choices,
        @Nullable UUID next,
        String query,
        boolean isGone)
        implements View {
    /**
     * @param who a name, or else an address or a number
     * @param reach an address or a number, where that is not what they are called by
     */
    public record Row(
            UUID id,
            String who,
            @Nullable String reach,
            @Nullable String about,
            String bot,
            LeadStatus status,
            @Nullable String assignee,
            Instant at) {}

    public record Asked(String bot, String status, String assignee, String from, String until) {
        public static final Asked NOTHING = new Asked("", "", "", "", "");

        public boolean isAnything() {
            return !equals(NOTHING);
        }
    }

    public record Choices(List<BotPick.Choice> bots, List<Person> people) {
        public Choices {
            bots = List.copyOf(bots);
            people = List.copyOf(people);
        }
    }

    public record Person(UUID id, String name) {}

    public LeadsPage {
        rows = List.copyOf(rows);
    }

    @Override
    public String template() {
        return "lead/leads";
    }
}
