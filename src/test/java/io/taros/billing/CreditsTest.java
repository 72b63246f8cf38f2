package io.taros.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.billing.CreditTransaction.Kind;
import io.taros.organization.Tenants;
import io.taros.organization.Tenants.Tenant;
import io.taros.platform.audit.Audit;
import io.taros.platform.retention.Holds;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.testing.RetentionDays;
import io.taros.testing.TarosTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** P-30: a transaction is gone after sixty days, and not a credit with it. */
@TarosTest
class CreditsTest {
    private final Tenants tenants;
    private final Credits credits;
    private final CreditsRule rule;
    private final Holds holds;
    private final Audit audit;
    private final RetentionDays days;
    private final CrossOrganization everything;
    private Tenant acme;
    private Tenant other;

    CreditsTest(
            Tenants tenants,
            Credits credits,
            CreditsRule rule,
            Holds holds,
            Audit audit,
            RetentionDays days,
            CrossOrganization everything) {
        this.tenants = tenants;
        this.credits = credits;
        this.rule = rule;
        this.holds = holds;
        this.audit = audit;
        this.days = days;
        this.everything = everything;
    }

    @BeforeEach
    void acmeAndAnotherHaveCredits() {
        acme = tenants.open("Acme");
        other = tenants.open("Other");
        add(acme, Kind.PURCHASE, 1_000);
        add(acme, Kind.USE, -30);
        add(acme, Kind.USE, -7);
        add(other, Kind.GRANT, 50);
    }

    @Test
    void followOneAnother() {
        assertThat(of(acme, credits::balance)).isEqualTo(963);
        assertThat(of(other, credits::balance)).isEqualTo(50);
        assertThat(of(acme, credits::list))
                .extracting(CreditTransaction::seq)
                .containsExactly(1L, 2L, 3L);
        assertThat(of(acme, credits::opening)).isEmpty();
        assertThat(of(acme, credits::isIntact)).isTrue();
    }

    @Test
    void areGoneAfterSixtyDaysAndNotBefore() {
        var today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);

        days.come(today.plusDays(60));
        assertThat(of(acme, credits::list)).as("of this day").hasSize(3);

        days.come(today.plusDays(61));
        assertThat(of(acme, credits::list)).isEmpty();
        assertThat(of(acme, () -> audit.latest(50)))
                .anySatisfy(entry ->
                        assertThat(entry.detail())
                                .contains("credit-transactions", "credit_transaction 3"));
    }

    /** Whatever goes when, in whatever batches: the sum is the same before and after. */
    @Test
    void leaveTheirSumBehind() {
        var amounts = new ArrayList<Long>(List.of(1_000L, -30L, -7L));
        for (var i = 1; i <= 40; i++) {
            var amount = i % 7 == 0 ? 500L : -i;
            add(acme, i % 7 == 0 ? Kind.PURCHASE : Kind.USE, amount);
            amounts.add(amount);
        }
        var sum = amounts.stream().mapToLong(Long::longValue).sum();
        spread();
        var first = of(acme, credits::list).getFirst().at();

        var gone = 0L;
        for (var day = 0; day <= 45; day++) {
            var before = first.plus(Duration.ofDays(day)).plusSeconds(1);
            var batch = of(acme, () -> rule.remove(before, 3));
            while (!batch.isEmpty()) {
                gone += batch.get("credit_transaction");
                assertThat(of(acme, credits::balance)).as("Σ before = Σ after").isEqualTo(sum);
                assertThat(of(acme, credits::isIntact)).isTrue();
                batch = of(acme, () -> rule.remove(before, 3));
            }
            assertThat(of(acme, () -> rule.count(before))).isEmpty();
        }

        assertThat(gone).isEqualTo(43);
        var opening = of(acme, credits::opening).orElseThrow();
        assertThat(opening.amount()).isEqualTo(sum);
        assertThat(opening.transactions()).isEqualTo(43);
        assertThat(opening.since()).isEqualTo(first);
        assertThat(opening.until()).isEqualTo(first.plus(Duration.ofDays(42)));
        assertThat(of(other, credits::balance)).as("another's").isEqualTo(50);
        assertThat(of(other, credits::list)).hasSize(1);
    }

    @Test
    void goOnWhereTheLastOneWas() {
        var last = of(acme, credits::list).getLast();
        of(acme, () -> rule.remove(Instant.now().plusSeconds(1), 500));

        var next = add(acme, Kind.USE, -1);

        assertThat(next.seq()).isEqualTo(4);
        assertThat(next.hash()).isEqualTo(next.hashAfter(last.hash()));
        assertThat(of(acme, credits::isIntact)).isTrue();
        assertThat(of(acme, credits::balance)).isEqualTo(962);
    }

    @Test
    void showWhereSomebodyPutAHandOnThem() {
        of(acme, () -> rule.remove(Instant.now().plusSeconds(1), 2));
        assertThat(of(acme, credits::isIntact)).isTrue();
        for (var forged :
                List.of(
                        "update credit_opening set amount = amount + 1",
                        "update credit_opening set transactions = transactions + 1",
                        "update credit_opening set until = until + interval '1 second'",
                        "update credit_transaction set amount = amount + 1",
                        "delete from credit_opening")) {
            assertThat(isIntactAfter(forged)).as(forged).isFalse();
        }
        assertThat(isIntactAfter("select 1 from credit_opening")).isTrue();
    }

    @Test
    void stayAsLongAsEverythingIsHeld() {
        var later = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).plusDays(100);
        of(
                acme,
                () ->
                        holds.placeOnAll(
                                "A claim about an invoice.",
                                later.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC),
                                null));

        days.come(later);

        assertThat(of(acme, credits::list)).hasSize(3);
        assertThat(of(other, credits::list)).isEmpty();
    }

    @Test
    void keepTheirPlacesWhenManyComeAtOnce() throws Exception {
        Callable<Object> one = () -> add(acme, Kind.USE, -1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(List.of(one, one, one, one, one, one))) {
                done.get();
            }
        }

        assertThat(of(acme, credits::isIntact)).isTrue();
        assertThat(of(acme, credits::balance)).isEqualTo(957);
    }

    /** One a day, with hashes that say so. */
    private void spread() {
        var first = Instant.parse("2026-01-01T12:00:00Z");
        var hash = CreditTransaction.BEGINNING;
        for (var was : of(acme, credits::list)) {
            var at = first.plus(Duration.ofDays(was.seq() - 1));
            var moved =
                    new CreditTransaction(
                                    was.seq(), at, was.kind(), was.amount(), was.subjectId(), hash)
                            .after(hash);
            hash = moved.hash();
            everything.inTransaction(jdbc ->
                    jdbc.sql(
                                    "update credit_transaction set at = :at, hash = :hash where organization_id = :organization and seq = :seq")
                            .param("at", at)
                            .param("hash", moved.hash())
                            .param("organization", acme.organization())
                            .param("seq", was.seq())
                            .update());
        }
    }

    private boolean isIntactAfter(String statement) {
        var opening = of(acme, credits::opening).orElseThrow();
        var rest = of(acme, credits::list);
        everything.inTransaction(jdbc ->
                statement.startsWith("select")
                        ? jdbc.sql(statement).query().listOfRows().size()
                        : jdbc.sql(statement + whose()).update());
        var isIntact = of(acme, credits::isIntact);
        restore(opening, rest);
        return isIntact;
    }

    private String whose() {
        return " where organization_id = '" + acme.organization() + "'";
    }

    private void restore(CreditOpening opening, List<CreditTransaction> rest) {
        everything.inTransaction(jdbc -> {
            jdbc.sql("delete from credit_opening" + whose()).update();
            return jdbc.sql(
                            """
                            insert into credit_opening (organization_id, seq, amount, transactions, since, until, hash, signature)
                            values (:organization, :seq, :amount, :transactions, :since, :until, :hash, :signature)
                            """)
                    .param("organization", acme.organization())
                    .param("seq", opening.seq())
                    .param("amount", opening.amount())
                    .param("transactions", opening.transactions())
                    .param("since", opening.since())
                    .param("until", opening.until())
                    .param("hash", opening.hash())
                    .param("signature", opening.signature())
                    .update();
        });
        rest.forEach(some ->
                everything.inTransaction(jdbc ->
                        jdbc.sql(
                                        "update credit_transaction set amount = :amount"
                                                + whose()
                                                + " and seq = :seq")
                                .param("amount", some.amount())
                                .param("seq", some.seq())
                                .update()));
    }

    private CreditTransaction add(Tenant tenant, Kind kind, long amount) {
        return of(tenant, () -> credits.add(kind, amount, null));
    }

    private static <T> T of(Tenant tenant, java.util.function.Supplier<T> work) {
        return Tenancy.callAs(tenant.organization(), work::get);
    }
}
