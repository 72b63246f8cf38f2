package io.taros.block.web;

import io.taros.block.Block.Length;
import io.taros.block.Block.Reason;
import io.taros.block.Trait;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Who may not write, and a form for addresses nobody was met at.
 *
 * @param notice what was done just now
 */
public record BlocksPage(List<Row> rows, Typed typed, @Nullable String notice, FormErrors errors)
        implements View {

    /**
     * @param bots at which it holds; none where it holds at all of them
     * @param by whoever decided it, as far as they are known
     * @param until absent for good
     */
    public record Row(
            UUID id,
            String label,
            Reason reason,
            @Nullable String range,
            Set<Trait.Kind> kinds,
            List<String> bots,
            @Nullable String by,
            Instant since,
            @Nullable Instant until,
            boolean isLiftable) {
        public Row {
            bots = List.copyOf(bots);
        }
    }

    /** As typed. */
    public record Typed(String range, String label, Reason reason, Length length) {
        static final Typed NONE = new Typed("", "", Reason.SPAM, Length.MONTH);
    }

    @Override
    public String template() {
        return "block/blocks";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
