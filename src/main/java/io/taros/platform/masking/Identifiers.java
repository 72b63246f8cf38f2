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

    private record Form(Kind kind, Pattern pattern, Phones.Check check) {}

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
                        of(found -> true)));
        forms.add(
                new Form(
                        Kind.CARD,
                        Pattern.compile(
                                BEFORE
                                        + "(?:[2-6]\\d{12,18}|[2-6]\\d{3}([ -])\\d{4}\\1\\d{4}\\1\\d{1,4}(?:\\1\\d{1,3})?"
                                        + "|3\\d{3}([ -])\\d{6}\\2\\d{4,5})"
                                        + AFTER),
                        of(Cards::isCard)));
        NationalIds.FORMS.forEach(
                (pattern, check) -> forms.add(new Form(Kind.ID, pattern, of(check))));
        Phones.FORMS.forEach(each -> forms.add(new Form(Kind.PHONE, each.pattern(), each.check())));
        return List.copyOf(forms);
    }

    private static Phones.Check of(Predicate<String> check) {
        return (text, start, end) -> check.test(text.substring(start, end));
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
                    if (form.check().holds(text, matcher.start(), matcher.end())) {
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
}
