package io.taros.lead;

import io.taros.conversation.Lead;
import io.taros.conversation.Leads;
import io.taros.platform.audit.Audit;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Shows leads of one person as one. Only a person decides that, only where the same address or
 * number was left, and nothing is copied: each keeps what was agreed to in it, and goes with its
 * own conversation.
 */
@Component
public class MergeLeads {
    private final DeskLeads desk;
    private final LeadSteps steps;
    private final Leads leads;
    private final Audit audit;
    private final TransactionTemplate transactions;

    MergeLeads(
            DeskLeads desk,
            LeadSteps steps,
            Leads leads,
            Audit audit,
            TransactionTemplate transactions) {
        this.desk = desk;
        this.steps = steps;
        this.leads = leads;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * @throws NotFound for what the caller may not see, as for what is not there
     * @throws BadInput where they share neither address nor number
     */
    public void merge(Lead.Id kept, Lead.Id other) {
        var lead = leads.findToUse(kept).orElseThrow(NotFound::new);
        if (leads.findToUse(other).isEmpty()) {
            throw new NotFound();
        }
        if (leads.alike(lead).stream().noneMatch(one -> one.id().equals(other))) {
            throw new BadInput("other", "lead.input.not-alike");
        }
        var step = steps.seal(LeadStep.of(LeadStep.Kind.MERGED));
        transactions.executeWithoutResult(done -> {
            if (!desk.merge(other, kept)) {
                throw new BadInput("other", "lead.input.merged");
            }
            steps.add(other, step);
            audit.record(LeadAction.MERGED, other);
        });
    }

    public void takeApart(Lead.Id part) {
        desk.get(part);
        var step = steps.seal(LeadStep.of(LeadStep.Kind.TAKEN_APART));
        transactions.executeWithoutResult(done -> {
            if (desk.takeApart(part)) {
                steps.add(part, step);
                audit.record(LeadAction.TAKEN_APART, part);
            }
        });
    }
}
