package io.taros.nudge;

import java.util.List;

/**
 * What a reader of the mail sees.
 *
 * @param lines what happened, each with the way there
 * @param setting where it is decided what there will be
 */
public record NudgeMail(
        String language, String subject, List<Link> lines, String why, Link setting) {
    public NudgeMail {
        lines = List.copyOf(lines);
    }

    public record Link(String words, String url) {}

    String text() {
        var text = new StringBuilder();
        lines.forEach(
                line -> text.append(line.words()).append("\n").append(line.url()).append("\n\n"));
        return text.append(why)
                .append("\n")
                .append(setting.words())
                .append(": ")
                .append(setting.url())
                .append("\n")
                .toString();
    }
}
