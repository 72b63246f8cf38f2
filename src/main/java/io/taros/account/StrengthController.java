package io.taros.account;

import io.taros.account.web.PasswordMeter;
import io.taros.account.web.PasswordMeter.Strength;
import io.taros.platform.security.Open;
import io.taros.platform.web.View;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Measures a password while it is being chosen, as the form that takes it will. */
@Controller
class StrengthController {
    @PostMapping("/password-strength")
    @Open("passwords are chosen where nobody is signed in; nothing is kept or looked up")
    View measure(
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String organization) {
        return new PasswordMeter(strength(password, List.of(email, name, organization)));
    }

    private static Strength strength(String password, List<String> known) {
        if (password.length() < PasswordStrength.MIN_LENGTH) {
            return Strength.SHORT;
        }
        return switch (PasswordStrength.score(password, shortened(known))) {
            case 0 -> Strength.FIRST_TRIED;
            case 1 -> Strength.EASY;
            case 2 -> Strength.FAIR;
            case 3 -> Strength.GOOD;
            default -> Strength.STRONG;
        };
    }

    /** Anybody may ask, so no more is compared than a form would take. */
    private static List<String> shortened(List<String> known) {
        return known.stream()
                .map(text -> text.substring(0, Math.min(text.length(), NewAccount.MAX_EMAIL)))
                .toList();
    }
}
