package io.taros.lead;

import io.taros.account.Account;
import io.taros.conversation.Lead;
import io.taros.conversation.Leads;
import io.taros.platform.audit.Audit;
import io.taros.platform.erasure.ErasureJournal;
import io.taros.platform.retention.Holds;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Conflict;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What people do with one lead. Each is written down with who did it. */
@Component
public class HandleLead {
    private final DeskLeads desk;
    private final LeadSteps steps;
    private final LeadColleagues colleagues;
    private final Leads leads;
    private final Holds holds;
    private final ErasureJournal journal;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    HandleLead(
            DeskLeads desk,
            LeadSteps steps,
            LeadColleagues colleagues,
            Leads leads,
            Holds holds,
            ErasureJournal journal,
            Audit audit,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.desk = desk;
        this.steps = steps;
        this.colleagues = colleagues;
        this.leads = leads;
        this.holds = holds;
        this.journal = journal;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * @param note why, for colleagues; may be blank
     */
    public void move(Lead.Id id, LeadStatus status, @Nullable String note) {
        var why = note == null || note.isBlank() ? null : note.strip();
        if (why != null && why.length() > LeadStep.MAX_NOTE) {
            throw new BadInput("note", "lead.input.note", LeadStep.MAX_NOTE);
        }
        desk.get(id);
        var step = steps.seal(LeadStep.moved(status, why));
        transactions.executeWithoutResult(done -> {
            steps.hold(id);
            if (desk.move(id, status)) {
                audit.record(
                        LeadAction.MOVED,
                        id,
                        Map.of("outcome", status.name().toLowerCase(Locale.ROOT)));
                steps.add(id, step);
            } else if (why != null) {
                steps.add(id, step);
            }
        });
    }

    /**
     * @param assignee absent for nobody
     */
    public void assign(Lead.Id id, Account.@Nullable Id assignee) {
        var bot = desk.get(id).botId();
        if (assignee != null && !colleagues.isColleague(assignee, bot)) {
            throw new BadInput("assignee", "lead.input.assignee");
        }
        var step = steps.seal(LeadStep.assigned(assignee));
        transactions.executeWithoutResult(done -> {
            steps.hold(id);
            if (desk.assign(id, assignee)) {
                steps.add(id, step);
                audit.record(LeadAction.ASSIGNED, id);
            }
        });
    }

    /**
     * What was left goes, and the conversation stays.
     *
     * @throws Conflict while the organization has to keep it
     */
    public void delete(Lead.Id id) {
        var conversation = desk.get(id).conversationId();
        transactions.executeWithoutResult(done -> {
            var held = holds.forRemoval(clock.instant());
            if (held.isAll() || held.threads().contains(conversation.value())) {
                throw new Conflict("lead.input.held");
            }
            if (leads.remove(id)) {
                journal.add(ErasedLeads.KIND, id);
                audit.record(LeadAction.DELETED, id);
            }
        });
    }
}
