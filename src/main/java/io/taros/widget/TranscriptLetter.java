package io.taros.widget;

import io.taros.platform.web.Brand;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A chat as a mail says it. */
public record TranscriptLetter(
        Locale language, String subject, String lead, List<Said> said, String note, Brand brand) {
    /**
     * @param sources a line each; empty where there are none
     */
    public record Said(String who, String at, String text, String sources) {
        String lines() {
            return "%s, %s\n%s%s".formatted(who, at, text, sources.isEmpty() ? "" : "\n" + sources);
        }
    }

    public TranscriptLetter {
        said = List.copyOf(said);
    }

    String text() {
        var lines = said.stream().map(Said::lines).collect(Collectors.joining("\n\n"));
        return "%s\n\n%s\n\n--\n%s\n".formatted(lead, lines, note);
    }
}
