package io.taros.careers;

import io.taros.platform.crypto.InstallationSeal;
import io.taros.platform.erasure.ErasureJournal;
import io.taros.platform.sql.Ids;
import io.taros.platform.web.NotFound;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applications, sealed with the installation's key. A decision deletes one in the transaction that
 * writes down how it ended, unless the applicant agreed to be considered later.
 */
@Repository
public class Applications {
    /** The longest that somebody is considered later, and that nobody decides. */
    static final int MONTHS = 12;

    static final String NAME = "job_application.sealed_name:";
    static final String CONTACT = "job_application.sealed_contact:";
    static final String CV = "job_application.sealed_cv:";
    static final String REFERENCES = "job_application.sealed_references:";

    private record Row(
            Application.Id id,
            String job,
            byte[] sealedName,
            byte[] sealedContact,
            byte[] sealedCv,
            byte @Nullable [] sealedReferences,
            Instant receivedAt,
            @Nullable Instant consentedAt,
            @Nullable Instant rejectedAt,
            Instant endsAt) {}

    private record Standing(String job, @Nullable Instant consentedAt) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final InstallationSeal seal;
    private final Ids ids;
    private final InstantSource clock;
    private final ErasureJournal journal;

    Applications(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            InstallationSeal seal,
            Ids ids,
            InstantSource clock,
            ErasureJournal journal) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.seal = seal;
        this.ids = ids;
        this.clock = clock;
        this.journal = journal;
    }

    public Application.Id add(NewApplication fresh) {
        var id = new Application.Id(ids.next());
        var name = seal(NAME, id, fresh.name());
        var contact = seal(CONTACT, id, fresh.contact());
        var cv = seal.seal(fresh.cv(), CV + id.value());
        var references =
                fresh.references() == null ? null : seal(REFERENCES, id, fresh.references());
        var now = clock.instant();
        transactions.executeWithoutResult(status ->
                jdbc.sql(
                                """
                                insert into job_application (id, job, sealed_name, sealed_contact, sealed_cv, sealed_references, received_at, ends_at)
                                values (:id, :job, :name, :contact, :cv, :references::bytea, :now, :endsAt)
                                """)
                        .param("id", id)
                        .param("job", fresh.job())
                        .param("name", name)
                        .param("contact", contact)
                        .param("cv", cv)
                        .param("references", references)
                        .param("now", now)
                        .param("endsAt", endOf(now))
                        .update());
        return id;
    }

    public Optional<Application> find(Application.Id id) {
        return transactions
                .execute(status ->
                        jdbc.sql(
                                        """
                                        select id, job, sealed_name, sealed_contact, sealed_cv, sealed_references,
                                            received_at, consented_at, rejected_at, ends_at
                                        from job_application where id = :id
                                        """)
                                .param("id", id)
                                .query(Row.class)
                                .optional())
                .map(this::open);
    }

    /** The applicant agrees to be considered for something else later. */
    public void consent(Application.Id id) {
        var changed =
                transactions.execute(status ->
                        jdbc.sql(
                                        "update job_application set consented_at = :now where id = :id and rejected_at is null")
                                .param("now", clock.instant())
                                .param("id", id)
                                .update());
        if (changed == 0) {
            throw new NotFound();
        }
    }

    /** What is decided already goes at once; what is not, with the decision. */
    public void withdrawConsent(Application.Id id) {
        transactions.executeWithoutResult(status -> {
            erase("delete from job_application where id = :id and rejected_at is not null", id);
            jdbc.sql("update job_application set consented_at = null where id = :id")
                    .param("id", id)
                    .update();
        });
    }

    /**
     * Writes down how it ended, and deletes it: at once, or, of whoever agreed to be considered
     * later and is rejected now, a year after they agreed.
     */
    public void decide(Application.Id id, Outcome outcome) {
        var now = clock.instant();
        transactions.executeWithoutResult(status -> {
            var standing = take(id);
            note(standing.job(), outcome, now);
            var consent = standing.consentedAt();
            if (outcome.isRejection() && consent != null && endOf(consent).isAfter(now)) {
                keep(id, now, endOf(consent));
            } else {
                erase(id);
            }
        });
    }

    boolean erase(Application.Id id) {
        return transactions.execute(
                status -> erase("delete from job_application where id = :id", id));
    }

    private boolean erase(String statement, Application.Id id) {
        var wasThere = jdbc.sql(statement).param("id", id).update() > 0;
        if (wasThere) {
            journal.add(ErasedApplications.KIND, id);
        }
        return wasThere;
    }

    private Standing take(Application.Id id) {
        return jdbc.sql(
                        """
                        select job, consented_at from job_application
                        where id = :id and rejected_at is null for update
                        """)
                .param("id", id)
                .query(Standing.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** Under an id that is no moment either: one of those would lead to the deletion in a log. */
    private void note(String job, Outcome outcome, Instant now) {
        jdbc.sql(
                        """
                        insert into application_outcome (id, job, decided_on, reason)
                        values (:id, :job, :day, :reason)
                        """)
                .param("id", UUID.randomUUID())
                .param("job", job)
                .param("day", LocalDate.ofInstant(now, ZoneOffset.UTC))
                .param("reason", outcome)
                .update();
    }

    private void keep(Application.Id id, Instant now, Instant endsAt) {
        jdbc.sql("update job_application set rejected_at = :now, ends_at = :endsAt where id = :id")
                .param("now", now)
                .param("endsAt", endsAt)
                .param("id", id)
                .update();
    }

    private static Instant endOf(Instant from) {
        return from.atOffset(ZoneOffset.UTC).plusMonths(MONTHS).toInstant();
    }

    private Application open(Row row) {
        var references = row.sealedReferences();
        return new Application(
                row.id(),
                row.job(),
                open(NAME, row.id(), row.sealedName()),
                open(CONTACT, row.id(), row.sealedContact()),
                seal.open(row.sealedCv(), CV + row.id().value()),
                references == null ? null : open(REFERENCES, row.id(), references),
                row.receivedAt(),
                row.consentedAt(),
                row.rejectedAt(),
                row.endsAt());
    }

    private byte[] seal(String place, Application.Id id, String text) {
        return seal.seal(text.getBytes(StandardCharsets.UTF_8), place + id.value());
    }

    private String open(String place, Application.Id id, byte[] sealed) {
        return new String(seal.open(sealed, place + id.value()), StandardCharsets.UTF_8);
    }
}
