package io.taros.knowledge.web;

import io.taros.knowledge.extract.Beginning;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * One document: what was read of it beside where it came from, the passages it was cut into, and
 * what was decided about them.
 *
 * @param text as it was understood; none where nothing could be read
 * @param original none until it is looked at
 * @param lost decisions that do not apply any more
 * @param unsaved what somebody wrote about a passage that is not there any more
 */
public record DocumentPage(
        UUID id,
        Origin origin,
        String title,
        String language,
        @Nullable Instant readAt,
        @Nullable String problem,
        @Nullable Beginning text,
        @Nullable OriginalPane original,
        Passages passages,
        Lost lost,
        @Nullable String unsaved)
        implements View {
    static final int SIZE = 50;

    /**
     * Where it came from.
     *
     * @param url of the page
     */
    public record Origin(
            UUID source, String title, @Nullable String url, Kept kept, Waiting waiting) {}

    /** What is kept of what was added. */
    public enum Kept {
        NOTHING,
        /** The file, to be downloaded. */
        FILE
    }

    /**
     * Some of them, in the order of the document.
     *
     * @param from the position of the first
     */
    public record Passages(List<PassageCard> cards, int from, boolean hasMore) {
        public Passages {
            cards = List.copyOf(cards);
        }

        public boolean hasLess() {
            return from > 0;
        }

        public int next() {
            return from + SIZE;
        }

        public int previous() {
            return Math.max(0, from - SIZE);
        }
    }

    /**
     * Decisions that do not apply any more.
     *
     * @param all how many there are
     */
    public record Lost(List<LostMend> first, int all) {
        public Lost {
            first = List.copyOf(first);
        }

        public boolean hasMore() {
            return all > first.size();
        }
    }

    /** Where the page begins that shows a position. */
    static int from(int position) {
        return position / SIZE * SIZE;
    }

    DocumentPage beside(OriginalPane pane) {
        return new DocumentPage(
                id, origin, title, language, readAt, problem, text, pane, passages, lost, unsaved);
    }

    public String address() {
        return "/knowledge/documents/" + id;
    }

    @Override
    public HttpStatus status() {
        var isRefused =
                passages.cards().stream()
                        .map(card -> card.correcting().errors())
                        .anyMatch(errors -> !errors.equals(FormErrors.NONE));
        return isRefused || unsaved != null ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK;
    }

    @Override
    public String template() {
        return "knowledge/document";
    }
}
