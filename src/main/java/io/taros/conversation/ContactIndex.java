package io.taros.conversation;

import io.taros.platform.crypto.BlindIndex;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds whom an address, a number or a name that a website gave belongs to. */
@Component
class ContactIndex {
    private static final String EMAIL = "email";
    private static final String PHONE = "phone";
    private static final String SUBJECT = "subject";

    /** Without the country's code, which many leave out of a number. */
    private static final int LAST_DIGITS = 8;

    private final BlindIndex index;

    ContactIndex(BlindIndex index) {
        this.index = index;
    }

    byte @Nullable [] ofEmail(@Nullable String email) {
        return email == null ? null : index.of(EMAIL, plainEmail(email));
    }

    byte @Nullable [] ofPhone(@Nullable String phone) {
        return phone == null ? null : index.of(PHONE, lastDigits(phone));
    }

    /** Of the name alone, which says nothing without the bot that stands beside it. */
    byte @Nullable [] ofSubject(@Nullable String subject) {
        return subject == null ? null : index.of(SUBJECT, subject);
    }

    List<byte[]> allOfEmail(String email) {
        return index.allOf(EMAIL, plainEmail(email));
    }

    List<byte[]> allOfPhone(String phone) {
        return index.allOf(PHONE, lastDigits(phone));
    }

    List<byte[]> allOfSubject(String subject) {
        return index.allOf(SUBJECT, subject);
    }

    static boolean isSameEmail(String one, String other) {
        return plainEmail(one).equals(plainEmail(other));
    }

    /** One of them may be without the country's code. */
    static boolean isSamePhone(String one, String other) {
        var first = international(one);
        var second = international(other);
        return !first.isEmpty()
                && (first.endsWith(second) || second.endsWith(first))
                && lastDigits(one).equals(lastDigits(other));
    }

    private static String plainEmail(String email) {
        return Normalizer.normalize(email.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static String lastDigits(String phone) {
        var digits = international(phone);
        return digits.substring(Math.max(0, digits.length() - LAST_DIGITS));
    }

    private static String international(String phone) {
        var digits = new StringBuilder();
        phone.codePoints()
                .filter(Character::isDigit)
                .forEach(digit -> digits.append(Character.digit(digit, 10)));
        return digits.toString().replaceFirst("^0+", "");
    }
}
