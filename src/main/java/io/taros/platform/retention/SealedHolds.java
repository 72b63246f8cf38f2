package io.taros.platform.retention;

import io.taros.platform.crypto.SealedTable;
import io.taros.platform.crypto.SealedTables;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reasons of holds, for whoever closes them anew. */
@Component
class SealedHolds implements SealedTables {
    @Override
    public List<SealedTable> ofOrganizations() {
        return List.of(
                SealedTable.withId(
                        "legal_hold",
                        SealedTable.column("sealed_reason", "legal_hold.reason:{id}")));
    }
}
