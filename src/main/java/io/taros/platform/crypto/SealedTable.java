package io.taros.platform.crypto;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A table with columns that are sealed: declared by the module that owns it, so that they can be
 * closed with a newer key. All names come from the code alone.
 *
 * @param key the columns that tell a row from others of its organization, in the order of the
 *     primary key; empty where there is one row
 */
public record SealedTable(String name, List<Key> key, List<Column> columns) {
    /** {@code uuid}, {@code text} or another type of PostgreSQL. */
    public record Key(String name, String type) {}

    /**
     * @param context of its seal, with the columns it names in braces: {@code message.text:{id}}
     * @param index where the value is found without being opened
     */
    public record Column(String name, String context, @Nullable Index index) {
        private static final Pattern NAMED = Pattern.compile("\\{(\\w+)\\}");

        /** The columns that its context names. */
        public List<String> named() {
            return NAMED.matcher(context).results().map(found -> found.group(1)).toList();
        }

        String contextOf(Function<String, String> row) {
            return NAMED.matcher(context)
                    .replaceAll(found ->
                            java.util.regex.Matcher.quoteReplacement(row.apply(found.group(1))));
        }
    }

    /**
     * @param of makes it of the value that was opened
     */
    public record Index(String name, Function<String, byte @Nullable []> of) {}

    public SealedTable {
        key = List.copyOf(key);
        columns = List.copyOf(columns);
    }

    /** A table whose rows have an id. */
    public static SealedTable withId(String name, Column... columns) {
        return new SealedTable(name, List.of(new Key("id", "uuid")), List.of(columns));
    }

    public static Column column(String name, String context) {
        return new Column(name, context, null);
    }
}
