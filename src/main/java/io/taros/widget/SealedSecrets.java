package io.taros.widget;

import io.taros.platform.crypto.SealedTable;
import io.taros.platform.crypto.SealedTables;
import java.util.List;
import org.springframework.stereotype.Component;

/** Everything that is sealed here, for whoever closes it anew. */
@Component
class SealedSecrets implements SealedTables {
    @Override
    public List<SealedTable> ofOrganizations() {
        return List.of(
                SealedTable.withId(
                        "identity_secret",
                        SealedTable.column("sealed_secret", "identity_secret.secret:{id}")),
                SealedTable.withId(
                        "transcript_request",
                        SealedTable.column("sealed_email", "transcript_request.email:{id}")));
    }
}
