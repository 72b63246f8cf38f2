package io.taros.billing;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is in the operator's books.
 *
 * @param number the one it carries
 * @param issuedOn the day it is of, which decides on its financial year
 * @param keepUntil the last day it is kept
 * @param buyer name, address and VAT number, as an invoice has to show them
 * @param contact to whom it was sent; absent once that account or the organization is erased
 * @param account that ordered it; absent likewise
 */
public record FinancialRecord(
        Id id,
        String number,
        Kind kind,
        LocalDate issuedOn,
        Price price,
        KeepingLaw law,
        LocalDate keepUntil,
        String buyer,
        @Nullable String contact,
        @Nullable UUID account) {
    public record Id(UUID value) implements io.taros.platform.sql.Id {}

    public enum Kind {
        INVOICE,
        CREDIT_NOTE,
        PAYMENT,
        REFUND
    }

    /**
     * @param net in the smallest unit of the currency, as is tax
     * @param currency by ISO 4217
     */
    public record Price(long net, long tax, String currency) {}
}
