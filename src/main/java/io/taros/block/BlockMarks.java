package io.taros.block;

import io.taros.platform.crypto.BlindIndex;
import io.taros.platform.crypto.OrganizationKeys;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Ids;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The marks of blocks. */
@Repository
class BlockMarks {
    private static final String KIND = "visitor.block";

    /** Somebody on the move comes from many places; a list of them is no use any more. */
    private static final int MOST = 5;

    private final JdbcClient jdbc;
    private final BlindIndex index;
    private final OrganizationKeys keys;
    private final Ids ids;
    private final InstantSource clock;
    private final TransactionTemplate transactions;

    BlockMarks(
            JdbcClient jdbc,
            BlindIndex index,
            OrganizationKeys keys,
            Ids ids,
            InstantSource clock,
            TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.index = index;
        this.keys = keys;
        this.ids = ids;
        this.clock = clock;
        this.transactions = transactions;
    }

    byte[] of(String digest) {
        return index.of(KIND, digest);
    }

    List<byte[]> allOf(Collection<Trait> traits) {
        return traits.stream()
                .flatMap(trait -> index.allKnownOf(KIND, trait.digest()).stream())
                .toList();
    }

    /** Nothing where it is known already. */
    void add(Block.Id block, Trait trait) {
        var id = ids.next();
        var sealed = keys.encryptText(trait.digest(), place(id));
        var mark = of(trait.digest());
        transactions.executeWithoutResult(status ->
                jdbc.sql(
                                """
                                insert into visitor_block_mark (organization_id, id, block_id, kind, sealed_digest, mark, created_at)
                                select organization_id, :id, id, :kind, :sealed, :mark, :now from visitor_block
                                where organization_id = :organization and id = :block
                                  and (select count(*) from visitor_block_mark m where m.block_id = :block) < :most
                                on conflict (organization_id, block_id, mark) do nothing
                                """)
                        .param("organization", Tenancy.organization())
                        .param("id", id)
                        .param("block", block)
                        .param("kind", trait.kind())
                        .param("sealed", sealed)
                        .param("mark", mark)
                        .param("now", clock.instant())
                        .param("most", MOST)
                        .update());
    }

    private static String place(UUID id) {
        return "visitor_block_mark.digest:" + id;
    }
}
