package io.taros.signon;

import io.taros.platform.crypto.SealedTable;
import io.taros.platform.crypto.SealedTables;
import java.util.List;
import org.springframework.stereotype.Component;

/** Everything that is sealed here, for whoever closes it anew. */
@Component
class SealedProviders implements SealedTables {
    @Override
    public List<SealedTable> ofOrganizations() {
        return List.of(
                new SealedTable(
                        "organization_provider",
                        List.of(),
                        List.of(
                                SealedTable.column(
                                        "sealed_secret",
                                        "organization_provider.sealed_secret:{organization_id}"))));
    }
}
