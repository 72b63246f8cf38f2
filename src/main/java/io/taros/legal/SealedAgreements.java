package io.taros.legal;

import io.taros.platform.crypto.SealedTable;
import io.taros.platform.crypto.SealedTables;
import java.util.List;
import org.springframework.stereotype.Component;

/** Everything that is sealed here, for whoever closes it anew. */
@Component
class SealedAgreements implements SealedTables {
    @Override
    public List<SealedTable> ofOrganizations() {
        return List.of(
                SealedTable.withId(
                        "agreement", SealedTable.column("sealed_pdf", "agreement.pdf:{id}")));
    }
}
