package io.taros.knowledge.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.taros.knowledge.PageList;
import io.taros.knowledge.SourceRun;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What one reading of a site came to, over REST.
 *
 * @param extent whole; part where the site could not be followed to its end, capped where it has
 *     more pages than are read of one source; then nothing vanished for want of a link
 */
@Schema(name = "SourceRun")
record RunView(
        int round,
        @Schema(allowableValues = {"whole", "part", "capped"}) String extent,
        Instant endedAt,
        Pages added,
        Pages changed,
        Pages vanished,
        int unchanged,
        int failed) {

    /**
     * @param urls the first of them
     */
    @Schema(name = "SourceRunPages")
    record Pages(int count, List<String> urls) {
        private static Pages of(PageList list) {
            return new Pages(list.pages(), list.addresses());
        }
    }

    static RunView of(SourceRun run) {
        return new RunView(
                run.round(),
                run.extent().name().toLowerCase(Locale.ROOT),
                run.endedAt(),
                Pages.of(run.added()),
                Pages.of(run.changed()),
                Pages.of(run.vanished()),
                run.unchanged(),
                run.failed());
    }
}
