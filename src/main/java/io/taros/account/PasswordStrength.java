package io.taros.account;

import com.nulabinc.zxcvbn.Zxcvbn;
import io.taros.platform.web.BadInput;
import java.util.List;

/**
 * Length, and not among the first that anybody would try. No rule about kinds of characters: those
 * make passwords alike, not strong.
 */
final class PasswordRules {
    static final int MIN_LENGTH = 12;

    /** Argon2 takes any length; a megabyte of password is an attack. */
    static final int MAX_LENGTH = 256;

    private static final int MAX_MEASURED = 64;
    private static final Zxcvbn STRENGTH = new Zxcvbn();

    private PasswordRules() {}

    static void check(String password, String email, String name) {
        if (password.length() < MIN_LENGTH) {
            throw new BadInput("password", "account.input.password-short", MIN_LENGTH);
        }
        if (password.length() > MAX_LENGTH) {
            throw new BadInput("password", "account.input.password-long", MAX_LENGTH);
        }
        if (isAmongTheFirstTried(password, email, name)) {
            throw new BadInput("password", "account.input.password-tried");
        }
    }

    /**
     * Score 0: fewer than a thousand guesses, which even a limited sign-in page would give away.
     */
    private static boolean isAmongTheFirstTried(String password, String email, String name) {
        var measured = password.substring(0, Math.min(password.length(), MAX_MEASURED));
        return STRENGTH.measure(measured, List.of(email, name, "taros")).getScore() == 0;
    }
}
