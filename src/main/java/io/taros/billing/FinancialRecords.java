package io.taros.billing;

import io.taros.billing.FinancialRecord.Kind;
import io.taros.billing.FinancialRecord.Price;
import io.taros.platform.crypto.InstallationSeal;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Ids;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What of the operator's books is about the bound organization. Sealed with the installation's key:
 * the organization's own is destroyed with it, and these are not.
 */
@Repository
@EnableConfigurationProperties(BillingSettings.class)
public class FinancialRecords {
    static final String BUYER = "financial_record.sealed_buyer:";
    static final String CONTACT = "financial_record.sealed_contact:";

    private record Row(
            FinancialRecord.Id id,
            String number,
            Kind kind,
            LocalDate issuedOn,
            long net,
            long tax,
            String currency,
            KeepingLaw law,
            LocalDate keepUntil,
            byte[] sealedBuyer,
            byte @Nullable [] sealedContact,
            @Nullable UUID accountId) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final InstallationSeal seal;
    private final Ids ids;
    private final BillingSettings settings;

    FinancialRecords(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            InstallationSeal seal,
            Ids ids,
            BillingSettings settings) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.seal = seal;
        this.ids = ids;
        this.settings = settings;
    }

    public FinancialRecord.Id add(NewFinancialRecord fresh) {
        var id = new FinancialRecord.Id(ids.next());
        var buyer = seal(BUYER, id, fresh.buyer());
        var contact = seal(CONTACT, id, fresh.contact());
        transactions.executeWithoutResult(status ->
                jdbc.sql(
                                """
                                insert into financial_record (organization_id, id, number, kind, issued_on, net, tax, currency,
                                    law, keep_until, sealed_buyer, sealed_contact, account_id)
                                values (:organization, :id, :number, :kind, :issuedOn, :net, :tax, :currency,
                                    :law, :keepUntil, :buyer, :contact, :account)
                                """)
                        .param("organization", Tenancy.organization())
                        .param("id", id)
                        .param("number", fresh.number())
                        .param("kind", fresh.kind())
                        .param("issuedOn", fresh.issuedOn())
                        .param("net", fresh.price().net())
                        .param("tax", fresh.price().tax())
                        .param("currency", fresh.price().currency())
                        .param("law", fresh.law())
                        .param(
                                "keepUntil",
                                fresh.law()
                                        .keepUntil(fresh.issuedOn(), settings.financialYearStart()))
                        .param("buyer", buyer)
                        .param("contact", contact)
                        .param("account", fresh.account())
                        .update());
        return id;
    }

    /** In the order of their days. */
    public List<FinancialRecord> list() {
        var rows =
                transactions.execute(status ->
                        jdbc.sql(
                                        """
                                        select id, number, kind, issued_on, net, tax, currency, law, keep_until,
                                            sealed_buyer, sealed_contact, account_id
                                        from financial_record order by issued_on, id
                                        """)
                                .query(Row.class)
                                .list());
        return rows.stream().map(this::open).toList();
    }

    private FinancialRecord open(Row row) {
        var contact = row.sealedContact();
        return new FinancialRecord(
                row.id(),
                row.number(),
                row.kind(),
                row.issuedOn(),
                new Price(row.net(), row.tax(), row.currency()),
                row.law(),
                row.keepUntil(),
                open(BUYER, row.id(), row.sealedBuyer()),
                contact == null ? null : open(CONTACT, row.id(), contact),
                row.accountId());
    }

    private byte[] seal(String place, FinancialRecord.Id id, String text) {
        return seal.seal(text.getBytes(StandardCharsets.UTF_8), place + id.value());
    }

    private String open(String place, FinancialRecord.Id id, byte[] sealed) {
        return new String(seal.open(sealed, place + id.value()), StandardCharsets.UTF_8);
    }
}
