package io.taros.golden;

import io.taros.platform.crypto.SealedTable;
import io.taros.platform.crypto.SealedTable.Key;
import io.taros.platform.crypto.SealedTables;
import java.util.List;
import org.springframework.stereotype.Component;

/** Everything that is sealed here, for whoever closes it anew. */
@Component
class SealedGolden implements SealedTables {
    @Override
    public List<SealedTable> ofOrganizations() {
        return List.of(
                SealedTable.withId(
                        "golden_question",
                        SealedTable.column("sealed_content", "golden_question.content:{id}")),
                new SealedTable(
                        "golden_result",
                        List.of(new Key("run_id", "uuid"), new Key("question_id", "uuid")),
                        List.of(
                                SealedTable.column(
                                        "sealed_question",
                                        "golden_result.question:{run_id}/{question_id}"),
                                SealedTable.column(
                                        "sealed_grading",
                                        "golden_result.grading:{run_id}/{question_id}"))));
    }
}
