package io.taros.knowledge.web;

import io.taros.knowledge.Source;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A source as lists show it.
 *
 * @param address of a website or sitemap
 * @param error why nothing of it could be read, or what it waits for, in one sentence
 */
public record SourceRow(
        UUID id,
        Kind kind,
        String title,
        @Nullable String address,
        State state,
        Source.Standing standing,
        Source.Progress progress,
        Instant addedAt,
        @Nullable String error,
        Source.Audience audience) {

    public enum Kind {
        WEBSITE("globe"),
        PAGE("external-link"),
        SITEMAP("map"),
        FILE("file-text"),
        TEXT("type"),
        QA("circle-help"),
        API("plug");

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
        READING,
        /** All is read; its passages are being made ready to be found. */
        PREPARING,
        READY,
        /** Ready, but somebody stopped the reading before its end. */
        STOPPED,
        FAILED;

        static State of(Source source) {
            return switch (source.status()) {
                case QUEUED -> QUEUED;
                case FETCHING -> READING;
                case READING -> source.isBeingPrepared() ? PREPARING : READING;
                case READY -> source.wasStopped() ? STOPPED : READY;
                case FAILED -> FAILED;
            };
        }
    }

    private static final Set<State> BUSY = Set.of(State.QUEUED, State.READING, State.PREPARING);

    public boolean isBusy() {
        return BUSY.contains(state);
    }

    /** Whether it consists of pages that are found one after the other. */
    public boolean isCrawled() {
        return kind == Kind.WEBSITE || kind == Kind.PAGE || kind == Kind.SITEMAP;
    }

    /** Whether all of it was read and it can be compared with the web again. */
    public boolean canBeSynced() {
        return state == State.READY && isCrawled();
    }

    public boolean canBeStopped() {
        return state == State.READING && isCrawled();
    }
}
