package io.taros.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list over REST. The cursor of a page is asked for to get the next. */
public record Page<T>(List<T> data, Pagination pagination) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    public record Pagination(@JsonInclude @Nullable String cursor, boolean hasMore) {}

    public Page {
        data = List.copyOf(data);
    }

    /** From one row more than the limit, which tells whether there are more. */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursor) {
        var hasMore = rows.size() > limit;
        var shown = hasMore ? rows.subList(0, limit) : rows;
        var next = hasMore ? cursor.apply(shown.getLast()) : null;
        return new Page<>(shown, new Pagination(next, hasMore));
    }

    /** What the caller asked for, within bounds. */
    public static int limit(@Nullable Integer asked) {
        return asked == null ? DEFAULT_LIMIT : Math.clamp(asked, 1, MAX_LIMIT);
    }
}
