package io.taros.account;

import io.taros.platform.crypto.SealedTable;
import io.taros.platform.crypto.SealedTable.Key;
import io.taros.platform.crypto.SealedTables;
import java.util.List;
import org.springframework.stereotype.Component;

/** Everything that is sealed here, for whoever closes it anew. */
@Component
class SealedFactors implements SealedTables {
    @Override
    public List<SealedTable> ofInstallation() {
        return List.of(
                new SealedTable(
                        "account_totp",
                        List.of(new Key("account_id", "uuid")),
                        List.of(SealedTable.column("secret", "account_totp/secret/{account_id}"))));
    }
}
