package io.taros.followup;

import io.taros.platform.web.Brand;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Replies as a mail says them.
 *
 * @param marker the line below which nothing of an answer is taken; absent where none is read
 * @param quoted what it replies to; absent where nothing was asked
 * @param chat where it goes on; absent where that is not known
 */
public record FollowUpLetter(
        Locale language,
        String subject,
        @Nullable String marker,
        String lead,
        List<Said> said,
        @Nullable Said quoted,
        @Nullable Link chat,
        String note,
        Link stop,
        Brand brand) {
    public FollowUpLetter {
        said = List.copyOf(said);
    }

    public record Said(String who, String text) {}

    public record Link(String words, String address) {
        String line() {
            return words + ": " + address;
        }
    }

    String text() {
        var text = new StringBuilder();
        if (marker != null) {
            text.append(marker).append("\n\n");
        }
        text.append(lead).append("\n\n");
        said.forEach(one -> text.append("%s:\n%s\n\n".formatted(one.who(), one.text())));
        if (quoted != null) {
            var lines = quoted.text().lines().map(line -> "> " + line);
            text.append(
                    "%s:\n%s\n\n".formatted(quoted.who(), lines.collect(Collectors.joining("\n"))));
        }
        if (chat != null) {
            text.append(chat.line()).append("\n\n");
        }
        return text.append(note).append("\n\n-- \n").append(stop.line()).append("\n").toString();
    }
}
