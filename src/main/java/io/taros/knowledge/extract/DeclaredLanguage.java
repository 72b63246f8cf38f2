package io.taros.knowledge.extract;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a file or a page says of itself that it is written in. */
final class DeclaredLanguage {
    /** {@code x-default} and the like name no language. */
    private static final Pattern TAG = Pattern.compile("([A-Za-z]{2,3})([-_,;].*)?");

    private DeclaredLanguage() {}

    /** The first part of a tag such as {@code da-DK}, in lower case. */
    static Optional<String> of(@Nullable String tag) {
        var said = TAG.matcher(tag == null ? "" : tag.strip());
        return said.matches()
                ? Optional.of(said.group(1).toLowerCase(Locale.ROOT))
                : Optional.empty();
    }
}
