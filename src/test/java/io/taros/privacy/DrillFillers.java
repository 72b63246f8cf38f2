package io.taros.privacy;

import static java.time.ZoneOffset.UTC;

import io.taros.billing.CreditTransaction;
import io.taros.billing.Credits;
import io.taros.organization.Tenants;
import io.taros.platform.audit.Audit;
import io.taros.platform.audit.AuditProof;
import io.taros.platform.crypto.InstallationSeal;
import io.taros.platform.erasure.Erasure;
import io.taros.platform.erasure.ErasureJournal;
import io.taros.platform.retention.RetentionRule;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.testing.MovedClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/**
 * Puts something under each rule of retention, so that it is over when the clock drill wants. A new
 * rule needs a filler here, or the drill fails.
 */
@Component
class DrillFillers {
    /** Puts one thing there and says when it is over, which may be sooner on the wanted day. */
    interface Filler {
        /**
         * @param organization the installation's, where the rule is of the installation
         */
        Instant plant(OrganizationId organization, Duration kept, Instant over, int number);
    }

    private final Tenants tenants;
    private final Audit audit;
    private final AuditProof proof;
    private final Credits credits;
    private final InstallationSeal seal;
    private final ErasureJournal journal;
    private final MovedClock clock;
    private final CrossOrganization everything;

    DrillFillers(
            Tenants tenants,
            Audit audit,
            AuditProof proof,
            Credits credits,
            InstallationSeal seal,
            ErasureJournal journal,
            MovedClock clock,
            CrossOrganization everything) {
        this.journal = journal;
        this.tenants = tenants;
        this.audit = audit;
        this.proof = proof;
        this.credits = credits;
        this.seal = seal;
        this.clock = clock;
        this.everything = everything;
    }

    static String nameOf(RetentionRule rule) {
        return rule.name() + (rule.isOfOrganizations() ? "" : " of the installation");
    }

    Map<String, Filler> all() {
        return Map.ofEntries(
                Map.entry("conversations", at(DrillRows.CONVERSATION)),
                Map.entry("leads", at(DrillRows.LEAD)),
                Map.entry(
                        "anonymous-months", whole(DrillFillers::monthsEndBefore, DrillRows.MONTH)),
                Map.entry("golden-runs", at(DrillRows.GOLDEN_RUN)),
                Map.entry("bot-days", whole(DrillFillers::midnightBefore, DrillRows.BOT_DAY)),
                Map.entry("bot-tallies", whole(DrillFillers::midnightBefore, DrillRows.BOT_TALLY)),
                Map.entry("judged-answers", whole(DrillFillers::midnightBefore, DrillRows.JUDGED)),
                Map.entry("notification-deliveries", at(DrillRows.DELIVERY)),
                Map.entry("push-devices", at(DrillRows.PUSH_DEVICE)),
                Map.entry("ai-notices", whole(DrillFillers::midnightBefore, DrillRows.NOTICE_DAY)),
                Map.entry(
                        "self-service",
                        whole(DrillFillers::midnightBefore, DrillRows.SELF_SERVICE)),
                Map.entry(
                        "answer-counts",
                        whole(DrillFillers::midnightBefore, DrillRows.ANSWER_COUNT)),
                Map.entry("visitor-blocks", at(DrillRows.BLOCK)),
                Map.entry("blocked-addresses", at(DrillRows.BLOCKED_ADDRESS)),
                Map.entry("transcript-requests", at(DrillRows.TRANSCRIPT_REQUEST)),
                Map.entry("invitations", at(DrillRows.INVITATION)),
                Map.entry("former-members", at(DrillRows.FORMER_MEMBER)),
                Map.entry("api-keys", at(DrillRows.API_KEY)),
                Map.entry("client-visits", at(DrillRows.CLIENT_VISIT)),
                Map.entry("staff-accesses", at(DrillRows.STAFF_ACCESS)),
                Map.entry("idempotency-keys", at(DrillRows.IDEMPOTENCY_KEY)),
                Map.entry("outbound-calls", at(DrillRows.CALL)),
                Map.entry("outbound-calls of the installation", at(DrillRows.CALL)),
                Map.entry("data-subject-requests", at(DrillRows.SUBJECT_REQUEST)),
                Map.entry("data-subject-exports", at(DrillRows.SUBJECT_EXPORT)),
                Map.entry("legal-holds", at(DrillRows.LEGAL_HOLD)),
                Map.entry("credit-transactions", this::credits),
                Map.entry(
                        "financial-records of the installation",
                        whole(DrillFillers::midnightBefore, DrillRows.FINANCIAL_RECORD)),
                Map.entry("job-applications of the installation", at(DrillRows.APPLICATION)),
                Map.entry("contact-messages of the installation", this::message),
                Map.entry("erasure-journal of the installation", this::erasure),
                Map.entry("audit-log", this::log),
                Map.entry("audit-log of the installation", this::log),
                Map.entry("registrations of the installation", at(DrillRows.REGISTRATION)),
                Map.entry("mail-links of the installation", at(DrillRows.LINK)),
                Map.entry("address-changes of the installation", at(DrillRows.ADDRESS_CHANGE)),
                Map.entry("devices of the installation", at(DrillRows.DEVICE)),
                Map.entry("closed-accounts of the installation", this::account),
                Map.entry("closed-organizations of the installation", this::organization));
    }

    private Filler at(String insert) {
        return (organization, kept, over, number) -> {
            insert(insert, organization, over.minus(kept), number);
            return over;
        };
    }

    /** What is counted by days or months is over at midnight. */
    private Filler whole(UnaryOperator<Instant> endBefore, String insert) {
        return (organization, kept, over, number) -> {
            var end = endBefore.apply(over.minus(kept));
            insert(insert, organization, end.minus(1, ChronoUnit.SECONDS), number);
            return end.plus(kept);
        };
    }

    private static Instant midnightBefore(Instant moment) {
        return moment.truncatedTo(ChronoUnit.DAYS);
    }

    private static Instant monthsEndBefore(Instant moment) {
        return moment.atOffset(UTC).truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1).toInstant();
    }

    /** Signed at once, as a checkpoint is made within minutes. */
    private Instant log(OrganizationId organization, Duration kept, Instant over, int number) {
        clock.putTo(over.minus(kept));
        Tenancy.runAs(
                organization,
                () -> {
                    audit.record(() -> "drill.done");
                    proof.witnesses();
                });
        return over;
    }

    private Instant erasure(OrganizationId nobody, Duration kept, Instant over, int number) {
        journal.merge(List.of(new Erasure(over.minus(kept), "source", null, new UUID(7, number))));
        return over;
    }

    private Instant credits(OrganizationId organization, Duration kept, Instant over, int number) {
        clock.putTo(over.minus(kept));
        Tenancy.runAs(organization, () -> credits.add(CreditTransaction.Kind.GRANT, number, null));
        return over;
    }

    /** Whoever erases an account reads them. */
    private Instant message(OrganizationId nobody, Duration kept, Instant over, int number) {
        var id = UUID.randomUUID();
        everything.inTransaction(jdbc ->
                jdbc.sql(DrillRows.CONTACT_MESSAGE)
                        .param("id", id)
                        .param("name", seal.seal(new byte[1], "contact_message.sealed_name:" + id))
                        .param(
                                "email",
                                seal.seal(new byte[1], "contact_message.sealed_email:" + id))
                        .param("text", seal.seal(new byte[1], "contact_message.sealed_text:" + id))
                        .param("at", over.minus(kept))
                        .update());
        return over;
    }

    private Instant account(OrganizationId nobody, Duration kept, Instant over, int number) {
        var id = tenants.account("closing-%d@drill.example".formatted(number), "Closing");
        close("account", "id", id.value(), over);
        return over;
    }

    private Instant organization(OrganizationId nobody, Duration kept, Instant over, int number) {
        // Late enough that nothing of it is over before it is.
        clock.putTo(over.minus(Duration.ofDays(100)));
        var id = tenants.open("Closing-" + number).organization();
        close("organization", "organization_id", id.value(), over);
        return over;
    }

    private void close(String table, String key, UUID id, Instant over) {
        everything.inTransaction(jdbc ->
                jdbc.sql(
                                "update %s set closed_at = :over::timestamptz - interval '90 days', erase_at = :over where %s = :id"
                                        .formatted(table, key))
                        .param("over", over)
                        .param("id", id)
                        .update());
    }

    private void insert(String sql, OrganizationId organization, Instant at, int number) {
        everything.inTransaction(jdbc ->
                jdbc.sql(sql)
                        .param("organization", organization)
                        .param("id", UUID.randomUUID())
                        .param("at", at)
                        .param("day", at.atOffset(UTC).toLocalDate())
                        .param("number", number)
                        .param("odd", number % 2)
                        .update());
    }
}
