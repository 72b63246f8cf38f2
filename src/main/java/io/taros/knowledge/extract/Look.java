package io.taros.knowledge.extract;

import org.jspecify.annotations.Nullable;

/** An original on its way from the process that looks at it: one of these, or a closed one. */
record Look(Original.@Nullable Pages pages, @Nullable Beginning text) {
    static final Look CLOSED = new Look(null, null);

    Original original() {
        if (pages != null) {
            return pages;
        }
        return text == null ? new Original.Closed() : new Original.Text(text);
    }
}
