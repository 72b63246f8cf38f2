package io.taros.billing;

import io.taros.platform.crypto.SealedTable;
import io.taros.platform.crypto.SealedTables;
import java.util.List;
import org.springframework.stereotype.Component;

/** Everything that is sealed here, for whoever closes it anew. */
@Component
class SealedBooks implements SealedTables {
    @Override
    public List<SealedTable> ofInstallation() {
        return List.of(
                SealedTable.withId(
                        "financial_record",
                        SealedTable.column("sealed_buyer", FinancialRecords.BUYER + "{id}"),
                        SealedTable.column("sealed_contact", FinancialRecords.CONTACT + "{id}")));
    }
}
