package io.taros.attachment;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a file may be called: one line that shows what it is, in no direction but that of reading.
 */
final class FileNames {
    private static final int LONGEST = 100;

    /** Controls and format characters, among them those that turn the direction of letters. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\u2028\\u2029]");

    private static final Pattern RESERVED = Pattern.compile("[\\\\/:*?\"<>|]");

    private FileNames() {}

    static String of(@Nullable String given, FileType type) {
        var name = given == null ? "" : given;
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = UNSEEN.matcher(name).replaceAll("");
        name = RESERVED.matcher(name).replaceAll("_").strip();
        name = name.replaceFirst("^\\.+", "");
        return type.named(shortened(name.isEmpty() ? "file" : name));
    }

    /** Its end stays, for that is what tells it apart. */
    private static String shortened(String name) {
        var points = name.codePoints().toArray();
        if (points.length <= LONGEST) {
            return name;
        }
        var end = LONGEST / 4;
        return new String(points, 0, LONGEST - end) + new String(points, points.length - end, end);
    }
}
