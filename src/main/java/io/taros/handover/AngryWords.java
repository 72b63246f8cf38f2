package io.taros.handover;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Words by which somebody who has had enough is known, in the languages the widget speaks. Each
 * stands for its own language alone, so all are looked for whatever the visitor's is said to be.
 */
final class AngryWords {
    private static final List<String> ALL = read();

    private AngryWords() {}

    static List<String> all() {
        return ALL;
    }

    private static List<String> read() {
        try (var file = AngryWords.class.getResourceAsStream("/handover/angry-words.txt")) {
            var text =
                    new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\n"))
                    .map(String::strip)
                    .filter(Predicate.not(String::isEmpty))
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
