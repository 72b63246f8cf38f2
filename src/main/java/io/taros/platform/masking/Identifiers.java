package io.taros.platform.masking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Finds them. Of two that overlap the one whose form proves more counts. */
final class Identifiers {
    enum Kind {
        EMAIL("e-mail address"),
        IBAN("bank account"),
        CARD("payment card"),
        ID("national id"),
        PHONE("phone number");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** What stands for any of them where nobody needs to tell two apart. */
        String words() {
            return words;
        }
    }

    /** A place in a text. */
    record Found(Kind kind, int start, int end) {
        private boolean overlaps(Found other) {
            return start < other.end && other.start < end;
        }
    }

    private record Form(Kind kind, Pattern pattern, Predicate<String> check) {}

    private static final Predicate<String> ANY = found -> true;

    /** Digits of a longer number, a version or a date are none of these. */
    private static final String BEFORE = "(?<![\\p{L}\\p{N}])(?<!\\d[.,/-])";

    private static final String AFTER = "(?![\\p{L}\\p{N}])(?![.,/-]\\d)";

    /** The shortest that is told without a country has seven. */
    private static final int FEWEST_DIGITS = 6;

    /** No form has its digits further apart, or more letters before them. */
    private static final int APART = 8;

    private static final int MAILBOX = 130;

    private static final List<Form> FORMS = forms();

    private Identifiers() {}

    private static List<Form> forms() {
        var forms = new ArrayList<Form>();
        forms.add(
                new Form(
                        Kind.EMAIL,
                        Pattern.compile(
                                "(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}_%+-][\\p{L}\\p{N}._%+-]{0,63}@"
                                        + "(?:[\\p{L}\\p{N}-]{1,63}\\.){1,6}\\p{L}{2,24}"),
                        ANY));
        forms.add(
                new Form(
                        Kind.CARD,
                        Pattern.compile(
                                BEFORE
                                        + "(?:[2-6]\\d{12,18}|[2-6]\\d{3}([ -])\\d{4}\\1\\d{4}\\1\\d{1,4}(?:\\1\\d{1,3})?"
                                        + "|3\\d{3}([ -])\\d{6}\\2\\d{4,5})"
                                        + AFTER),
                        Cards::isCard));
        NationalIds.FORMS.forEach((pattern, check) -> forms.add(new Form(Kind.ID, pattern, check)));
        addPhones(forms);
        return List.copyOf(forms);
    }

    private static void addPhones(List<Form> forms) {
        // With the number of a country.
        forms.add(
                new Form(
                        Kind.PHONE,
                        Pattern.compile(
                                "(?<![\\p{L}\\p{N}+])(?:\\+|00(?=(?:[^0-9]?\\d){9}))[1-9]\\d{0,2}(?:[ .-]?\\(?\\d{1,5}\\)?){1,6}"
                                        + AFTER),
                        found ->
                                digits(found) >= 8
                                        && digits(found) <= (found.startsWith("00") ? 14 : 15)));
        // As Danes, Norwegians and the French write one, and with the zero of an area.
        phone(forms, "[2-9]\\d(?: \\d\\d){3}");
        phone(forms, "0[1-9](?: \\d\\d){4}");
        phone(forms, "\\(?0[1-9]\\d{0,3}\\)?[ /-]\\d{3,4}[ -]?\\d{3,4}");
        phone(forms, "\\(?[2-9]\\d{2}\\)?[ .-][2-9]\\d{2}[ .-]\\d{4}");
        // Bare digits may be an order; here somebody says what they are.
        forms.add(
                new Form(
                        Kind.PHONE,
                        Pattern.compile(
                                "(?iu)(?<=\\b(?:tlf|tlf\\.|tlf:|tlf\\.:|telefon|telefon:|telefonnummer|mobil|mobil:|mobilnummer"
                                        + "|phone|phone:|telephone|mobile|mobile:|tel|tel\\.|tel:|call|call me on|ring til|nummer er) )"
                                        + "\\d{3,5}[ -]?\\d{3,7}"
                                        + AFTER),
                        found -> digits(found) >= 7));
    }

    private static void phone(List<Form> forms, String written) {
        forms.add(new Form(Kind.PHONE, Pattern.compile(BEFORE + written + AFTER), ANY));
    }

    /** In the order of the text. */
    static List<Found> in(String text) {
        var found = new ArrayList<Found>();
        var mail = Neighbourhood.of(text, c -> c == '@', 1, MAILBOX);
        var numbers = Neighbourhood.of(text, Identifiers::isDigit, FEWEST_DIGITS, APART);
        for (var form : FORMS) {
            if (form.kind() == Kind.CARD) {
                numbers.forEach(around ->
                        BankAccounts.in(text, around).forEach(account -> add(account, found)));
            }
            var matcher = form.pattern().matcher(text);
            for (var around : form.kind() == Kind.EMAIL ? mail : numbers) {
                around.restrict(matcher);
                while (matcher.find()) {
                    if (form.check().test(matcher.group())) {
                        add(new Found(form.kind(), matcher.start(), matcher.end()), found);
                    }
                }
            }
        }
        found.sort(Comparator.comparingInt(Found::start));
        return found;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static void add(Found one, List<Found> all) {
        if (all.stream().noneMatch(one::overlaps)) {
            all.add(one);
        }
    }

    private static long digits(String text) {
        return text.chars().filter(Identifiers::isDigit).count();
    }
}
