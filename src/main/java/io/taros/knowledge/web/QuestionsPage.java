package io.taros.knowledge.web;

import io.taros.knowledge.Pair;
import io.taros.platform.web.BotPick;
import io.taros.platform.web.View;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Questions with answers written by hand, given word for word where they fit.
 *
 * @param alike how many pairs of them ask the same
 * @param imported how many were taken from a table just now; none where there was none
 */
public record QuestionsPage(
        BotPick pick,
        Table table,
        Pair.Sought sought,
        NewPair adding,
        Waiting waiting,
        int alike,
        @Nullable Integer imported)
        implements View {

    /**
     * The lines of one page.
     *
     * @param number of the page, the first being 1
     * @param total of all pages
     */
    public record Table(List<PairRow> rows, int number, int total) {
        public static final int SIZE = 50;

        public Table {
            rows = List.copyOf(rows);
        }

        public int pages() {
            return pages(total);
        }

        static int pages(int total) {
            return Math.max(1, (total + SIZE - 1) / SIZE);
        }
    }

    public boolean isEmpty() {
        return table.total() == 0 && sought.words().isBlank() && !adding.isOpen();
    }

    /** The address of another page of the same. */
    public String page(int number) {
        return "/knowledge/questions?page=%d&order=%s&words=%s%s"
                .formatted(
                        number,
                        sought.order(),
                        URLEncoder.encode(sought.words(), StandardCharsets.UTF_8),
                        pick.query("&"));
    }

    @Override
    public String template() {
        return "knowledge/questions";
    }

    @Override
    public HttpStatus status() {
        return adding.status();
    }
}
