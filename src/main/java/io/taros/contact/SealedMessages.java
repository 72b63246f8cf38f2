package io.taros.contact;

import io.taros.platform.crypto.SealedTable;
import io.taros.platform.crypto.SealedTables;
import java.util.List;
import org.springframework.stereotype.Component;

/** Everything that is sealed here, for whoever closes it anew. */
@Component
class SealedMessages implements SealedTables {
    @Override
    public List<SealedTable> ofInstallation() {
        return List.of(
                SealedTable.withId(
                        "contact_message",
                        SealedTable.column("sealed_name", ContactMessages.NAME + "{id}"),
                        SealedTable.column("sealed_email", ContactMessages.EMAIL + "{id}"),
                        SealedTable.column("sealed_text", ContactMessages.TEXT + "{id}")));
    }
}
