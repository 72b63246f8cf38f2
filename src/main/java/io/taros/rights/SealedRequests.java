package io.taros.rights;

import io.taros.platform.crypto.SealedTable;
import io.taros.platform.crypto.SealedTable.Key;
import io.taros.platform.crypto.SealedTables;
import java.util.List;
import org.springframework.stereotype.Component;

/** Everything that is sealed here, for whoever closes it anew. */
@Component
class SealedRequests implements SealedTables {
    @Override
    public List<SealedTable> ofOrganizations() {
        return List.of(
                SealedTable.withId(
                        "subject_request",
                        SealedTable.column("sealed_sought", "subject_request.sought:{id}"),
                        SealedTable.column("sealed_person", "subject_request.person:{id}")),
                new SealedTable(
                        "subject_export_part",
                        List.of(new Key("export_id", "uuid"), new Key("position", "int")),
                        List.of(
                                SealedTable.column(
                                        "sealed_bytes",
                                        "subject_export_part.bytes:{export_id}/{position}"))));
    }
}
