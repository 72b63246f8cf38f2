package io.taros.knowledge.crawl;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What site maps list of a site.
 *
 * @param changes when each page was changed last, where its map says so
 * @param isComplete whether every map could be read to its end
 */
public record Mapped(List<String> pages, Map<String, Instant> changes, boolean isComplete) {
    static final Mapped NOTHING = new Mapped(List.of(), Map.of(), true);

    public Mapped {
        pages = List.copyOf(pages);
        changes = Map.copyOf(changes);
    }

    /** Collects while maps are read. */
    static final class Gathering {
        private final Map<String, @Nullable Instant> pages = new LinkedHashMap<>();
        private final int max;
        private boolean isComplete = true;

        Gathering(int max) {
            this.max = max;
        }

        void add(String page, @Nullable Instant changed) {
            if (pages.size() < max || pages.containsKey(page)) {
                pages.put(page, changed);
            } else {
                isComplete = false;
            }
        }

        void missing() {
            isComplete = false;
        }

        boolean isFull() {
            return pages.size() >= max;
        }

        Mapped mapped() {
            var changes = new LinkedHashMap<String, Instant>();
            pages.forEach((page, changed) ->
                    Optional.ofNullable(changed).ifPresent(at -> changes.put(page, at)));
            return new Mapped(List.copyOf(pages.keySet()), changes, isComplete);
        }
    }
}
