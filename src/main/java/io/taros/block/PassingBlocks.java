package io.taros.block;

import io.taros.platform.retention.PassingRows;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Blocks that are over, and where somebody came from a month ago: addresses pass on to others. */
@Component
class PassingBlocks implements PassingRows {
    @Override
    public List<Rows> ofOrganizations() {
        return List.of(
                new Rows("visitor-blocks", "visitor_block", "until", Duration.ofDays(1))
                        .withoutHold(),
                new Rows(
                                "blocked-addresses",
                                "visitor_block_mark",
                                "(case when kind = 'ADDRESS' then created_at end)",
                                Duration.ofDays(30))
                        .withoutHold());
    }
}
