package io.taros.lead;

import io.taros.account.Account;
import io.taros.conversation.Lead;
import io.taros.conversation.Leads;
import io.taros.platform.crypto.OrganizationKeys;
import io.taros.platform.crypto.SealedTable;
import io.taros.platform.crypto.SealedTables;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Ids;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Who did what with a lead, and when; what they noted is sealed. */
@Repository
public class LeadSteps implements SealedTables {
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final OrganizationKeys keys;
    private final Leads leads;
    private final Ids ids;
    private final InstantSource clock;

    LeadSteps(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            OrganizationKeys keys,
            Leads leads,
            Ids ids,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.keys = keys;
        this.leads = leads;
        this.ids = ids;
        this.clock = clock;
    }

    private record Row(
            LeadStep.Id id,
            LeadStep.Kind kind,
            @Nullable LeadStatus status,
            Account.@Nullable Id assignee,
            Account.@Nullable Id account,
            byte @Nullable [] sealedNote,
            Instant createdAt) {}

    /** Ready to be written in the caller's transaction, in which no key may be read. */
    record Sealed(LeadStep.Id id, LeadStep.Entry entry, byte @Nullable [] note) {}

    Sealed seal(LeadStep.Entry entry) {
        var id = new LeadStep.Id(ids.next());
        var note = entry.note();
        return new Sealed(id, entry, note == null ? null : keys.encryptText(note, noteOf(id)));
    }

    /**
     * What a person does with a lead counts for how long it is kept; what a program does, and which
     * leads are shown as one, does not.
     */
    void add(Lead.Id lead, Sealed step) {
        var account = Tenancy.findAccount();
        if (account.isPresent() && step.entry().kind().isContact()) {
            leads.touch(lead);
        }
        jdbc.sql(
                        """
                        insert into lead_step (organization_id, id, lead_id, kind, status, assignee, account, sealed_note, created_at)
                        values (:organization, :id, :lead, :kind, :status, :assignee, :account, :note, :now)
                        """)
                .param("organization", Tenancy.organization())
                .param("id", step.id())
                .param("lead", lead)
                .param("kind", step.entry().kind())
                .param("status", step.entry().status())
                .param("assignee", step.entry().assignee())
                .param("account", account.orElse(null))
                .param("note", step.note())
                .param("now", clock.instant())
                .update();
    }

    /** Before its progress is written: removing it takes them in this order, too. */
    void hold(Lead.Id lead) {
        leads.hold(lead);
    }

    /** The latest first. */
    public List<LeadStep> list(Lead.Id lead) {
        var rows =
                transactions.execute(status ->
                        jdbc.sql(
                                        """
                                        select id, kind, status, assignee, account, sealed_note, created_at from lead_step
                                        where lead_id = :lead order by id desc
                                        """)
                                .param("lead", lead)
                                .query(Row.class)
                                .list());
        return rows.stream().map(Objects::requireNonNull).map(this::open).toList();
    }

    private LeadStep open(Row row) {
        var note = row.sealedNote();
        return new LeadStep(
                row.id(),
                row.kind(),
                row.status(),
                row.assignee(),
                row.account(),
                note == null ? null : keys.decryptText(note, noteOf(row.id())),
                row.createdAt());
    }

    private static String noteOf(LeadStep.Id id) {
        return "lead_step.note:" + id.value();
    }

    @Override
    public List<SealedTable> ofOrganizations() {
        return List.of(
                SealedTable.withId(
                        "lead_step", SealedTable.column("sealed_note", "lead_step.note:{id}")));
    }
}
