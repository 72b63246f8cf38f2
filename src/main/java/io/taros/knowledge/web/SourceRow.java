package io.taros.knowledge.web;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A source as lists show it.
 *
 * @param address of a website or sitemap
 * @param error why nothing of it could be read, in one sentence
 */
public record SourceRow(
        UUID id,
        Kind kind,
        String title,
        @Nullable String address,
        State state,
        Counts counts,
        Instant addedAt,
        @Nullable String error) {

    public enum Kind {
        WEBSITE("globe"),
        SITEMAP("map"),
        FILE("file-text"),
        TEXT("type"),
        QA("circle-help");

        private final String icon;

        Kind(String icon) {
            this.icon = icon;
        }

        public String icon() {
            return icon;
        }
    }

    public enum State {
        QUEUED,
        FETCHING,
        READING,
        READY,
        FAILED
    }

    /** Pages found so far, read, failed; passages made of them. */
    public record Counts(int found, int read, int failed, int passages) {}

    private static final Set<State> BUSY = Set.of(State.QUEUED, State.FETCHING, State.READING);

    public boolean isBusy() {
        return BUSY.contains(state);
    }
}
