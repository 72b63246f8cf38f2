package io.taros.platform.web;

import io.taros.platform.crypto.SealedTable;
import io.taros.platform.crypto.SealedTable.Key;
import io.taros.platform.crypto.SealedTables;
import java.util.List;
import org.springframework.stereotype.Component;

/** Answers to repeated writes, for whoever closes them anew. */
@Component
class SealedAnswers implements SealedTables {
    @Override
    public List<SealedTable> ofOrganizations() {
        return List.of(
                new SealedTable(
                        "idempotency_key",
                        List.of(new Key("caller", "text"), new Key("key", "text")),
                        List.of(
                                SealedTable.column(
                                        "sealed_body", "idempotency_key:{caller}:{key}"))));
    }
}
