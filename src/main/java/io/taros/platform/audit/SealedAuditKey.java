package io.taros.platform.audit;

import io.taros.platform.crypto.SealedTable;
import io.taros.platform.crypto.SealedTables;
import java.util.List;
import org.springframework.stereotype.Component;

/** The key that signs, for whoever closes it anew. */
@Component
class SealedAuditKey implements SealedTables {
    @Override
    public List<SealedTable> ofInstallation() {
        return List.of(
                new SealedTable(
                        "audit_key",
                        List.of(),
                        List.of(SealedTable.column("sealed_private", "audit_key.sealed_private"))));
    }
}
