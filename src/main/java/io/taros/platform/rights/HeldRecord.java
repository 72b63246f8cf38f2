package io.taros.platform.rights;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is held about somebody.
 *
 * @param values in the order of the columns of its kind
 */
public record HeldRecord(UUID id, Instant at, List<@Nullable String> values) {
    public HeldRecord {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    public static HeldRecord of(UUID id, Instant at, @Nullable Object... values) {
        var words = new ArrayList<@Nullable String>();
        for (var value : values) {
            words.add(value == null ? null : value.toString());
        }
        return new HeldRecord(id, at, words);
    }
}
