package io.taros.search;

import io.taros.platform.web.BadInput;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whom a source is for, or who asks: short words in small letters. They narrow what a question is
 * answered from and keep nothing secret, as whoever asks may say others.
 */
public record KnowledgeTags(List<String> values) {
    public static final int MOST = 20;
    public static final int LONGEST = 40;
    public static final KnowledgeTags NONE = new KnowledgeTags(List.of());

    private static final Pattern COMMA = Pattern.compile("[,;\\n]");
    private static final Pattern NOTHING_SEEN = Pattern.compile("[\\s\\p{C}]+");

    public KnowledgeTags {
        values = List.copyOf(values);
    }

    /**
     * Commas part them, too.
     *
     * @throws BadInput where they are too many or too long
     */
    public static KnowledgeTags of(Collection<String> given) {
        var tags = each(given).toList();
        if (tags.size() > MOST) {
            throw new BadInput("tags", "knowledge.tags.too-many", MOST, tags.size());
        }
        if (!tags.stream().allMatch(KnowledgeTags::isShort)) {
            throw new BadInput("tags", "knowledge.tags.too-long", LONGEST);
        }
        return new KnowledgeTags(tags);
    }

    /** The same where nobody could be told: what does not fit is left out. */
    public static KnowledgeTags fitting(Collection<String> given) {
        return new KnowledgeTags(each(given).filter(KnowledgeTags::isShort).limit(MOST).toList());
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** As people write them. */
    @Override
    public String toString() {
        return String.join(", ", values);
    }

    private static Stream<String> each(Collection<String> given) {
        return given.stream()
                .filter(Objects::nonNull)
                .flatMap(text -> Arrays.stream(COMMA.split(text)))
                .map(KnowledgeTags::normalized)
                .filter(Predicate.not(String::isEmpty))
                .distinct();
    }

    private static String normalized(String tag) {
        var seen = NOTHING_SEEN.matcher(Normalizer.normalize(tag, Normalizer.Form.NFKC));
        return seen.replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isShort(String tag) {
        return tag.length() <= LONGEST;
    }
}
