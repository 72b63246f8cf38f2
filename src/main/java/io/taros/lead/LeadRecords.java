package io.taros.lead;

import io.taros.conversation.Conversation;
import io.taros.conversation.Lead;
import io.taros.conversation.Leads;
import io.taros.platform.rights.HeldRecord;
import io.taros.platform.rights.Person;
import io.taros.platform.rights.PersonalRecords;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** What was done with what somebody left; not who did it, which is about the member. */
@Component
class LeadRecords implements PersonalRecords {
    private final Leads leads;
    private final LeadSteps steps;

    LeadRecords(Leads leads, LeadSteps steps) {
        this.leads = leads;
        this.steps = steps;
    }

    @Override
    public List<Kind> kinds() {
        return List.of(
                new Kind("lead-steps", List.of("leadId", "step", "status", "note"), this::read));
    }

    private void read(Person person, Consumer<HeldRecord> each) {
        for (var thread : person.threads()) {
            for (var lead : leads.list(new Conversation.Id(thread))) {
                read(lead.id(), each);
            }
        }
    }

    private void read(Lead.Id lead, Consumer<HeldRecord> each) {
        for (var step : steps.list(lead)) {
            each.accept(
                    HeldRecord.of(
                            step.id().value(),
                            step.createdAt(),
                            lead.value(),
                            word(step.kind()),
                            step.status() == null ? null : word(step.status()),
                            step.note()));
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
