package io.taros.careers;

import io.taros.platform.crypto.SealedTable;
import io.taros.platform.crypto.SealedTables;
import java.util.List;
import org.springframework.stereotype.Component;

/** Everything that is sealed here, for whoever closes it anew. */
@Component
class SealedApplications implements SealedTables {
    @Override
    public List<SealedTable> ofInstallation() {
        return List.of(
                SealedTable.withId(
                        "job_application",
                        SealedTable.column("sealed_name", Applications.NAME + "{id}"),
                        SealedTable.column("sealed_contact", Applications.CONTACT + "{id}"),
                        SealedTable.column("sealed_cv", Applications.CV + "{id}"),
                        SealedTable.column("sealed_references", Applications.REFERENCES + "{id}")));
    }
}
