package io.taros.lead.web;

import io.taros.conversation.Lead;
import io.taros.lead.LeadStatus;
import io.taros.lead.LeadStep;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * One lead, with those that are shown as one with it.
 *
 * @param parts merged into it
 * @param alike with the same address or number, for somebody to decide about
 * @param people who can see to it
 */
public record LeadPage(
        Card card,
        Progress progress,
        List<Card> parts,
        List<Card> alike,
        List<LeadsPage.Person> people,
        List<Step> steps,
        String note,
        FormErrors errors)
        implements View {
    public LeadPage {
        parts = List.copyOf(parts);
        alike = List.copyOf(alike);
        people = List.copyOf(people);
        steps = List.copyOf(steps);
    }

    /**
     * What was left in one go.
     *
     * @param page where it was agreed to
     */
    public record Card(
            UUID id,
            UUID conversation,
            String bot,
            Lead.Contact contact,
            List<Lead.Answer> answers,
            Lead.@Nullable Consent consent,
            Instant at) {
        public Card {
            answers = List.copyOf(answers);
        }

        public String who() {
            return Named.who(contact);
        }
    }

    /**
     * @param main the lead it is shown with; absent for one of its own
     */
    public record Progress(
            LeadStatus status, @Nullable UUID assignee, @Nullable UUID main, Notice notice) {}

    /**
     * @param by absent for programs
     * @param whom who sees to it from then on; absent for nobody
     */
    public record Step(
            LeadStep.Kind kind,
            @Nullable LeadStatus status,
            @Nullable String whom,
            @Nullable String by,
            @Nullable String note,
            Instant at) {}

    public enum Notice {
        NONE,
        SAVED,
        MERGED,
        TAKEN_APART
    }

    @Override
    public String template() {
        return "lead/lead";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
