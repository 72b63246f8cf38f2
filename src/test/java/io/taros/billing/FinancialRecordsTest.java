package io.taros.billing;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.account.Accounts;
import io.taros.billing.FinancialRecord.Kind;
import io.taros.billing.FinancialRecord.Price;
import io.taros.organization.Tenants;
import io.taros.organization.Tenants.Tenant;
import io.taros.platform.audit.Audit;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.privacy.OrganizationErasure;
import io.taros.testing.Browser;
import io.taros.testing.RetentionDays;
import io.taros.testing.Tables;
import io.taros.testing.TarosTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * P-27, P-28, P-31, P-32: the books are kept as long as the law asks, outlast whom they are about
 * with no more than it asks, and are then gone.
 */
@TarosTest
class FinancialRecordsTest {
    private static final String CANARY = "qzvbookheron";
    private static final String BUYER = CANARY + "buyer ApS, Havnegade 1, DK12345678";
    private static final String CONTACT = CANARY + "contact <ada@acme.example>";

    private final Tenants tenants;
    private final FinancialRecords records;
    private final OrganizationErasure erasure;
    private final Accounts accounts;
    private final Audit audit;
    private final RetentionDays days;
    private final Tables tables;
    private final CrossOrganization everything;
    private final int port;
    private Tenant acme;
    private Tenant other;

    FinancialRecordsTest(
            Tenants tenants,
            FinancialRecords records,
            OrganizationErasure erasure,
            Accounts accounts,
            Audit audit,
            RetentionDays days,
            Tables tables,
            CrossOrganization everything,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.records = records;
        this.erasure = erasure;
        this.accounts = accounts;
        this.audit = audit;
        this.days = days;
        this.tables = tables;
        this.everything = everything;
        this.port = port;
    }

    @BeforeEach
    void acmeAndAnotherHaveBought() {
        acme = tenants.open("Acme");
        other = tenants.open("Other");
        add(acme, "2026-1", "2026-01-01");
        add(acme, "2026-2", "2026-12-31");
        add(other, "2026-1", "2026-11-27");
    }

    @Test
    void lieUnderSealAndAreTheirOrganizationsAlone() {
        var ours = list(acme.organization());

        assertThat(ours).extracting(FinancialRecord::number).containsExactly("2026-1", "2026-2");
        assertThat(ours.getFirst().buyer()).isEqualTo(BUYER);
        assertThat(ours.getFirst().contact()).isEqualTo(CONTACT);
        assertThat(ours.getFirst().keepUntil()).isEqualTo("2031-12-31");
        assertThat(ours.getFirst().price()).isEqualTo(new Price(10_000, 2_500, "DKK"));
        assertThat(list(other.organization())).hasSize(1);
        assertThat(tables.with(CANARY)).isEmpty();
    }

    @Test
    void goOnTheDayAfterTheirTermAndNotBefore() {
        add(acme, "2027-1", "2027-01-01");
        days.come("2031-12-31");
        assertThat(count()).as("the last day").isEqualTo(4);

        days.come("2032-01-01");

        assertThat(list(acme.organization()))
                .extracting(FinancialRecord::number)
                .containsExactly("2027-1");
        assertThat(last(OrganizationId.INSTALLATION, "retention.removed"))
                .contains("financial-records", "financial_record 3");
        days.come("2032-12-31");
        assertThat(count()).isEqualTo(1);
        days.come("2033-01-01");
        assertThat(count()).isZero();
    }

    @Test
    void areKeptForTenYearsWhereTheOneStopShopAsksForIt() {
        Tenancy.runAs(
                other.organization(),
                () -> records.add(fresh("2026-9", "2026-11-27", KeepingLaw.ONE_STOP_SHOP)));

        days.come("2036-12-31");
        assertThat(list(other.organization()))
                .extracting(FinancialRecord::number)
                .containsExactly("2026-9");
        days.come("2037-01-01");
        assertThat(count()).isZero();
    }

    /** They and nothing else: every table is looked through for rows of nobody. */
    @Test
    void outlastTheirOrganizationWithoutLeadingBackToIt() {
        var before = list(acme.organization());

        Tenancy.callAs(acme.organization(), erasure::run);

        assertThat(tables.withRowsOfNobody()).containsExactly("financial_record");
        assertThat(tables.with(acme.organization().toString()))
                .isSubsetOf("audit_entry", "scheduled_tasks", "audit_checkpoint");
        assertThat(tables.with(acme.owner().toString())).doesNotContain("financial_record");
        var payers =
                everything.inTransaction(jdbc ->
                        jdbc.sql(
                                        "select distinct organization_id from financial_record where organization_id <> :other")
                                .param("other", other.organization())
                                .query(UUID.class)
                                .list());
        assertThat(payers).as("one debtor in the books").hasSize(1);
        assertThat(payers.getFirst()).isNotEqualTo(acme.organization().value());
        assertThat(payers.getFirst().version()).as("no moment in it").isEqualTo(4);
        assertThat(list(new OrganizationId(payers.getFirst())))
                .as("what the law asks for can be read")
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("contact", "account")
                .isEqualTo(before)
                .allSatisfy(record -> {
                    assertThat(record.contact()).isNull();
                    assertThat(record.account()).isNull();
                });
        assertThat(list(acme.organization())).isEmpty();
        assertThat(list(other.organization()).getFirst().contact()).isEqualTo(CONTACT);
        assertThat(last(OrganizationId.INSTALLATION, "organization.erased"))
                .contains("\"kept\":\"financial_record 2\"", "organization 1")
                .doesNotContain("\"tables\":\"financial_record");
        days.come("2032-01-01");
        assertThat(count()).isZero();
    }

    @Test
    void forgetWhoOrderedOnceTheirAccountIsErased() {
        tenants.member(acme.organization(), Role.OWNER);
        var owner = new Browser(port);
        owner.signIn(acme.email(), Tenants.PASSWORD);
        owner.get("/account/closing");
        owner.post("/account/closing", "email", acme.email());
        owner.get("/account/closing");
        owner.post("/account/closing/erasure", "email", acme.email());

        eventually(() -> assertThat(accounts.find(acme.owner())).isEmpty());
        assertThat(list(acme.organization()))
                .hasSize(2)
                .allSatisfy(record -> {
                    assertThat(record.buyer()).isEqualTo(BUYER);
                    assertThat(record.contact()).isNull();
                    assertThat(record.account()).isNull();
                });
        assertThat(list(other.organization()).getFirst().contact()).isEqualTo(CONTACT);
    }

    private void add(Tenant tenant, String number, String day) {
        Tenancy.runAs(
                tenant.organization(),
                () ->
                        records.add(
                                fresh(
                                        number,
                                        day,
                                        KeepingLaw.BOOKKEEPING,
                                        tenant.owner().value())));
    }

    private NewFinancialRecord fresh(String number, String day, KeepingLaw law) {
        return fresh(number, day, law, other.owner().value());
    }

    private static NewFinancialRecord fresh(
            String number, String day, KeepingLaw law, UUID account) {
        return new NewFinancialRecord(
                number,
                Kind.INVOICE,
                LocalDate.parse(day),
                new Price(10_000, 2_500, "DKK"),
                law,
                BUYER,
                CONTACT,
                account);
    }

    private List<FinancialRecord> list(OrganizationId organization) {
        return Tenancy.callAs(organization, records::list);
    }

    private long count() {
        return everything.inTransaction(jdbc ->
                jdbc.sql("select count(*) from financial_record").query(Long.class).single());
    }

    private String last(OrganizationId organization, String action) {
        return Tenancy.callAs(organization, () -> audit.latest(50)).stream()
                .filter(entry -> entry.action().equals(action))
                .filter(entry ->
                        !action.startsWith("retention") || entry.detail().contains("financial"))
                .findFirst()
                .orElseThrow()
                .detail();
    }
}
