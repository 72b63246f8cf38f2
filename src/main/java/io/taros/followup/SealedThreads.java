package io.taros.followup;

import io.taros.platform.crypto.SealedTable;
import io.taros.platform.crypto.SealedTables;
import java.util.List;
import org.springframework.stereotype.Component;

/** Everything that is sealed here, for whoever closes it anew. */
@Component
class SealedThreads implements SealedTables {
    @Override
    public List<SealedTable> ofOrganizations() {
        return List.of(
                SealedTable.withId(
                        "mail_thread",
                        SealedTable.column("sealed_secret", "mail_thread.secret:{id}"),
                        SealedTable.column("sealed_email", "mail_thread.email:{id}")));
    }
}
