package io.taros.privacy;

import static io.taros.account.AccountTest.MAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.taros.account.AccountTest;
import io.taros.account.Accounts;
import io.taros.billing.FinancialRecord;
import io.taros.billing.FinancialRecords;
import io.taros.billing.KeepingLaw;
import io.taros.billing.NewFinancialRecord;
import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.organization.Tenants;
import io.taros.organization.Tenants.Tenant;
import io.taros.platform.audit.Audit;
import io.taros.platform.audit.AuditEntry;
import io.taros.platform.erasure.Erasure;
import io.taros.platform.erasure.ErasureJournal;
import io.taros.platform.erasure.ReplayErasures;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.platform.sql.DatabaseOwner;
import io.taros.platform.sql.OneAtATime;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** P-31: one erasure, one receipt, whatever happens on the way. */
@AccountTest
class ErasureTest {
    private static final NewFinancialRecord INVOICE =
            new NewFinancialRecord(
                    "2026-1",
                    FinancialRecord.Kind.INVOICE,
                    LocalDate.parse("2026-11-27"),
                    new FinancialRecord.Price(100, 25, "DKK"),
                    KeepingLaw.BOOKKEEPING,
                    "Acme ApS",
                    "ada@acme.example",
                    UUID.fromString("019a0000-0000-7000-8000-000000000001"));

    private final Tenants tenants;
    private final FinancialRecords books;
    private final Bots bots;
    private final Accounts accounts;
    private final OrganizationErasure organizations;
    private final AccountErasure people;
    private final OneAtATime turns;
    private final Audit audit;
    private final CrossOrganization everything;
    private final DatabaseOwner database;
    private final ErasureJournal journal;
    private final ReplayErasures erasures;
    private Tenant acme;

    ErasureTest(
            Tenants tenants,
            FinancialRecords books,
            Bots bots,
            Accounts accounts,
            OrganizationErasure organizations,
            AccountErasure people,
            OneAtATime turns,
            Audit audit,
            CrossOrganization everything,
            DatabaseOwner database,
            ErasureJournal journal,
            ReplayErasures erasures) {
        this.journal = journal;
        this.erasures = erasures;
        this.tenants = tenants;
        this.books = books;
        this.bots = bots;
        this.accounts = accounts;
        this.organizations = organizations;
        this.people = people;
        this.turns = turns;
        this.audit = audit;
        this.everything = everything;
        this.database = database;
    }

    @BeforeEach
    void acmeHasABot() {
        MAIL.empty();
        acme = tenants.open("Acme");
        Tenancy.runAs(
                acme.organization(),
                () -> {
                    bots.add(BotSettings.named("Robin"));
                    books.add(INVOICE);
                });
    }

    @Test
    void saysAllThatWentThoughItFailedHalfway() throws Exception {
        asOwner(
                """
                create or replace function refuse() returns trigger language plpgsql as
                'begin raise exception ''no''; end'
                """);
        asOwner("create trigger refuse before delete on organization execute function refuse()");
        try {
            assertThatThrownBy(() -> Tenancy.callAs(acme.organization(), organizations::run))
                    .isInstanceOf(RuntimeException.class);
            assertThat(count("bot")).as("halfway").isZero();
            assertThat(count("organization")).isOne();
            assertThat(receipts()).isEmpty();
        } finally {
            asOwner("drop trigger refuse on organization");
        }

        Tenancy.callAs(acme.organization(), organizations::run);

        assertThat(receipts()).hasSize(1);
        assertThat(receipts().getFirst().detail())
                .contains("bot 1", "member 1", "organization 1")
                .contains("\"kept\":\"financial_record 1\"");
        assertThat(count("erasure")).isZero();
        Tenancy.callAs(acme.organization(), organizations::run);
        assertThat(receipts()).as("nothing was left").hasSize(1);
    }

    @Test
    void isDoneByOneWhileOthersWait() {
        turns.run(
                "erasure." + acme.organization(),
                () -> {
                    assertThat(Tenancy.callAs(acme.organization(), organizations::run)).isEmpty();
                    return true;
                });
        assertThat(count("organization")).isOne();
        turns.run(
                "erasure." + acme.owner(),
                () -> {
                    assertThat(people.run(acme.owner())).isFalse();
                    return true;
                });
        assertThat(accounts.find(acme.owner())).isPresent();

        assertThat(people.run(acme.owner())).isTrue();
        assertThat(accounts.find(acme.owner())).isEmpty();
    }

    @Test
    void leavesOneReceiptAndOneMailOfTwoAtOnce() throws Exception {
        Callable<Object> organization =
                () -> Tenancy.callAs(acme.organization(), organizations::run);
        Callable<Object> account = () -> people.run(acme.owner());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var work : List.of(organization, account)) {
                for (var done : threads.invokeAll(List.of(work, work, work))) {
                    done.get();
                }
            }
        }

        assertThat(receipts()).hasSize(1);
        assertThat(count("organization")).isZero();
        assertThat(MAIL.all(acme.email())).hasSize(1);
    }

    /** Nobody is told twice, and nothing is written down twice. */
    @Test
    void isDoneAgainWhereABackupBroughtItBack() {
        var lines =
                List.of(
                        new Erasure(
                                Instant.EPOCH,
                                "organization",
                                acme.organization().value(),
                                acme.organization().value()),
                        new Erasure(
                                Instant.EPOCH,
                                "account",
                                OrganizationId.INSTALLATION.value(),
                                acme.owner().value()));
        var before = journal.read().size();

        assertThat(erasures.replay(lines))
                .containsExactly(Map.entry("account", 1), Map.entry("organization", 1));
        assertThat(erasures.replay(lines)).as("nothing is left").isEmpty();

        assertThat(count("organization")).isZero();
        assertThat(count("account")).isZero();
        assertThat(count("scheduled_tasks where task_name like 'Tell%'")).isZero();
        assertThat(MAIL.all(acme.email())).isEmpty();
        assertThat(journal.read()).hasSize(before);
        assertThat(receipts()).hasSize(1);
    }

    @Test
    void isWrittenDownForWhoeverRestoresABackup() {
        Tenancy.callAs(acme.organization(), organizations::run);
        people.run(acme.owner());

        assertThat(journal.read())
                .extracting(Erasure::kind, Erasure::id)
                .contains(
                        tuple("organization", acme.organization().value()),
                        tuple("account", acme.owner().value()));
    }

    private List<AuditEntry> receipts() {
        return Tenancy.callAs(OrganizationId.INSTALLATION, () -> audit.latest(50)).stream()
                .filter(entry -> entry.action().equals("organization.erased"))
                .filter(entry -> acme.organization().value().equals(entry.objectId()))
                .toList();
    }

    private long count(String table) {
        return everything.inTransaction(
                jdbc -> jdbc.sql("select count(*) from " + table).query(Long.class).single());
    }

    private void asOwner(String statement) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                database.url(), database.username(), database.password());
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
