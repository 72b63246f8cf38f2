package io.taros.block;

import io.taros.platform.crypto.SealedTable;
import io.taros.platform.crypto.SealedTable.Column;
import io.taros.platform.crypto.SealedTable.Index;
import io.taros.platform.crypto.SealedTables;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is sealed here, so that blocks hold when the key is replaced. */
@Component
record SealedBlocks(BlockMarks marks) implements SealedTables {
    @Override
    public List<SealedTable> ofOrganizations() {
        return List.of(
                SealedTable.withId(
                        "visitor_block_mark",
                        new Column(
                                "sealed_digest",
                                "visitor_block_mark.digest:{id}",
                                new Index("mark", marks::of))));
    }
}
