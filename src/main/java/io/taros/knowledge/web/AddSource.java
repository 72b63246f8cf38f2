package io.taros.knowledge.web;

import io.taros.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * The form that teaches something new, with what was typed into it.
 *
 * @param open which way is unfolded; absent while the dialog is closed
 */
public record AddSource(
        @Nullable Way open,
        String url,
        String title,
        String text,
        PlanFields plan,
        FormErrors errors) {
    public static final AddSource CLOSED =
            new AddSource(null, "", "", "", PlanFields.USUAL, FormErrors.NONE);

    public enum Way {
        WEBSITE,
        PAGE,
        SITEMAP,
        FILES,
        TEXT;

        public boolean hasAddress() {
            return this == WEBSITE || this == PAGE || this == SITEMAP;
        }

        public boolean hasRules() {
            return this == WEBSITE || this == SITEMAP;
        }
    }

    public static AddSource opened(Way way) {
        return new AddSource(way, "", "", "", PlanFields.USUAL, FormErrors.NONE);
    }

    public boolean isOpen(Way way) {
        return open == way;
    }
}
