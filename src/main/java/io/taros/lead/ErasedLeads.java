package io.taros.lead;

import io.taros.conversation.Lead;
import io.taros.conversation.Leads;
import io.taros.platform.erasure.Eraser;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What somebody deleted at the desk. */
@Component
class ErasedLeads implements Eraser {
    static final String KIND = "lead";

    private final Leads leads;

    ErasedLeads(Leads leads) {
        this.leads = leads;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean eraseAgain(UUID id) {
        return leads.remove(new Lead.Id(id));
    }
}
