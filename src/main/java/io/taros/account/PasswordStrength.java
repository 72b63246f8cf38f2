package io.taros.account;

import com.nulabinc.zxcvbn.Zxcvbn;
import io.taros.platform.web.BadInput;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Length, and not among what would be tried first, as zxcvbn finds it in its lists of common
 * passwords, names and words and in what is known of the person. No rule about kinds of characters:
 * those make passwords alike, not strong.
 */
final class PasswordStrength {
    static final int MIN_LENGTH = 12;

    /** Argon2 takes any length; a megabyte of password is an attack. */
    static final int MAX_LENGTH = 256;

    /** Of zxcvbn's scores 0 to 4: 2 takes a hundred million guesses or more, 1 a million. */
    static final int MIN_SCORE = 2;

    private static final int MAX_MEASURED = 64;
    private static final Zxcvbn STRENGTH = new Zxcvbn();

    private PasswordStrength() {}

    /**
     * @param known what anybody would try first with this person: name, address, organization
     */
    static void check(String password, List<String> known) {
        if (password.length() < MIN_LENGTH) {
            throw new BadInput("password", "account.input.password-short", MIN_LENGTH);
        }
        if (password.length() > MAX_LENGTH) {
            throw new BadInput("password", "account.input.password-long", MAX_LENGTH);
        }
        if (score(password, known) < MIN_SCORE) {
            throw new BadInput("password", "account.input.password-tried");
        }
    }

    static int score(String password, List<String> known) {
        var measured = password.substring(0, Math.min(password.length(), MAX_MEASURED));
        return STRENGTH.measure(measured, words(known)).getScore();
    }

    /** Whole and in parts: of ada.lovelace@fjord.example both names and the house. */
    private static List<String> words(List<String> known) {
        return Stream.concat(
                        Stream.of("taros"),
                        known.stream()
                                .flatMap(text ->
                                        Stream.concat(
                                                Stream.of(text),
                                                Stream.of(text.split("[^\\p{L}\\p{N}]+")))))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() > 2)
                .distinct()
                .toList();
    }
}
