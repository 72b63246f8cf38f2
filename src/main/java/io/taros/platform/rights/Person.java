package io.taros.platform.rights;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody who wrote to the bound organization.
 *
 * @param threads what was said with them, by its ids
 * @param words what they are called and how they are reached, as far as it tells them from others:
 *     a first name or a short number stands in too many texts that are not about them
 */
public record Person(List<UUID> threads, Set<String> words) {
    private static final int DIGITS = 7;
    private static final int FULL_NAME = 8;
    private static final int LONG = 12;

    public Person {
        threads = List.copyOf(threads);
        words =
                words.stream()
                        .map(Person::plain)
                        .filter(Person::isTelling)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether nothing was said with them. They may be named elsewhere all the same. */
    public boolean isNobody() {
        return threads.isEmpty();
    }

    /** The same person, as two searches found them. */
    public Person and(Person other) {
        return new Person(
                Stream.concat(threads.stream(), other.threads.stream()).distinct().toList(),
                Stream.concat(words.stream(), other.words.stream()).collect(Collectors.toSet()));
    }

    /** Whether one of their words stands there, and not as a part of another. */
    public boolean isNamedIn(String text) {
        var plain = plain(text);
        return words.stream()
                .anyMatch(word ->
                        plain.contains(word)
                                && Pattern.compile(
                                                "(?<![\\p{L}\\p{N}])"
                                                        + Pattern.quote(word)
                                                        + "(?![\\p{L}\\p{N}])")
                                        .matcher(plain)
                                        .find());
    }

    private static boolean isTelling(String word) {
        return word.length() >= LONG
                || word.contains("@")
                || (word.contains(" ") && word.length() >= FULL_NAME)
                || word.chars().filter(Character::isDigit).count() >= DIGITS;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
