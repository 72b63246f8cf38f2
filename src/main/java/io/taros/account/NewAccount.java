package io.taros.account;

import io.taros.platform.web.BadInput;
import java.util.List;
import java.util.regex.Pattern;

/** What is needed to open an account. Refuses what cannot be one with a sentence for its owner. */
public record NewAccount(String email, String name, String password, String locale) {
    static final int MAX_EMAIL = 254;
    private static final int MAX_NAME = 120;

    /** Only what is certainly none is refused; whether it is one, a mail to it tells. */
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");

    public NewAccount {
        email = address(email);
        name = name(name);
        PasswordStrength.check(password, List.of(email, name));
    }

    /** An e-mail address without the blanks around it. */
    public static String address(String email) {
        var stripped = email.strip();
        if (stripped.length() > MAX_EMAIL || !EMAIL.matcher(stripped).matches()) {
            throw new BadInput("email", "account.input.email");
        }
        return stripped;
    }

    static String name(String name) {
        var stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > MAX_NAME) {
            throw new BadInput("name", "account.input.name", MAX_NAME);
        }
        return stripped;
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "NewAccount";
    }
}
