package io.taros.billing;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What is to be written into the books, see {@link FinancialRecord}.
 *
 * @param contact to whom it is sent
 * @param account that ordered it
 */
public record NewFinancialRecord(
        String number,
        FinancialRecord.Kind kind,
        LocalDate issuedOn,
        FinancialRecord.Price price,
        KeepingLaw law,
        String buyer,
        String contact,
        UUID account) {}
