package io.taros.attachment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a file may be called: one line that shows what it is, in no direction but that of reading.
 */
final class FileNames {
    /** In bytes, of which file systems take 255: some add to a name. */
    private static final int LONGEST = 150;

    private static final int END = 40;

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
        if (bytes(name) <= LONGEST) {
            return name;
        }
        var letters = name.codePoints().mapToObj(Character::toString).toList();
        var start = fitting(letters, LONGEST - END);
        var end = fitting(letters.reversed(), END).reversed();
        return String.join("", start) + String.join("", end);
    }

    private static List<String> fitting(List<String> letters, int most) {
        var room = most;
        var fitting = new ArrayList<String>();
        for (var letter : letters) {
            room -= bytes(letter);
            if (room < 0) {
                break;
            }
            fitting.add(letter);
        }
        return fitting;
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }
}
