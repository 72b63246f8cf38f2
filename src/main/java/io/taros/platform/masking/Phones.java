package io.taros.platform.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How phone numbers are written. A list of sizes or amounts is written the same way, so a form
 * without the number of a country is none where the list goes on beside it, where a size is named
 * or where a unit follows; and what tells least needs somebody to say that it is one.
 */
final class Phones {
    record Form(Pattern pattern, Check check) {}

    /** Whether what was found is one, from itself and from what stands around it. */
    @FunctionalInterface
    interface Check {
        boolean holds(String text, int start, int end);
    }

    static final List<Form> FORMS = forms();

    /** How far somebody looks for the word that says it. */
    private static final int NEAR = 40;

    private static final String NUMBER_BEFORE = "(?<![\\p{L}\\p{N}])(?<!\\d[.,/-])";
    private static final String NUMBER_AFTER = "(?![\\p{L}\\p{N}])(?![.,/-]\\d)";

    private static final Pattern GROUP_BEFORE = Pattern.compile("(?<!\\d)\\d{1,3} {1,2}$");

    /** A list that goes on; a town with its code in front is none. */
    private static final Pattern GROUP_AFTER =
            Pattern.compile("^ {1,2}(?!\\d{4} {1,2}\\p{Lu}\\p{Ll})\\d{1,4}(?!\\d)");

    private static final Pattern SIZES_BEFORE =
            Pattern.compile(
                    "(?iu)\\b(?:sizes?|str|størrelse(?:r|rne)?|længde(?:r|rne)?|bredde(?:r|rne)?|lengths?|widths?"
                            + "|ages?|weeks?|uger?|cvr|cvr-nr)[.:]{0,2} {0,2}$");

    private static final Pattern UNIT_AFTER =
            Pattern.compile(
                    "(?iu)^ ?(?:[€$£%×]|(?:[mcd]?l|[mckd]?m|mm|k?g|mg|kr|dkk|sek|nok|eur|usd|gbp|x|stk|pcs)\\b)");

    private static final Pattern SAID_BEFORE =
            Pattern.compile(
                    "(?iu)\\b(?:(?:tele|mobile )?phone(?: number)?|(?:mobil)?telefon(?:nummer|nr)?|tlf|tel|mobile?(?:nummer|nr)?|mob|cell|fax"
                            + "|call|dial|ring(?:e|er)?|reach|contact|kontakt|whatsapp|sms|text me|nummer er|mit nummer|my number)"
                            + "\\b[^\\n\\d]{0,20}$");

    private static final Pattern SAID_AFTER =
            Pattern.compile(
                    "(?iu)^[^\\n\\d]{0,15}\\b(?:phone|telephone|mobile|cell|telefon|mobil|tlf)\\b");

    private Phones() {}

    private static List<Form> forms() {
        var forms = new ArrayList<Form>();
        // With the number of a country.
        forms.add(
                new Form(
                        Pattern.compile(
                                "(?<![\\p{L}\\p{N}+])(?:\\+|00(?=(?:[^0-9]?\\d){9}))[1-9]\\d{0,2}(?:[ .-]?\\(?\\d{1,5}\\)?){1,6}"
                                        + NUMBER_AFTER),
                        Phones::isLikeACountrys));
        // As Danes, Norwegians and the French write one, and with the zero of an area.
        national(forms, "[2-9]\\d(?: \\d\\d){3}", Phones::isUneven);
        national(forms, "0[1-9](?: \\d\\d){4}", Phones::isUneven);
        national(forms, "\\(?0[1-9]\\d{0,3}\\)?[ /-]\\d{3,4}[ -]?\\d{3,4}", Phones::standsAlone);
        // As Americans do: the signs between tell, blanks do not.
        national(
                forms,
                "(?:[2-9]\\d{2}([.-])[2-9]\\d{2}\\1|\\(?[2-9]\\d{2}\\)[ .-]?[2-9]\\d{2}[ .-])\\d{4}",
                Phones::standsAlone);
        national(
                forms,
                "[2-9]\\d{2}[ .-][2-9]\\d{2}[ .-]\\d{4}|\\d\\d(?: \\d\\d){3}",
                Phones::isSaid);
        // Bare digits may be an order; here somebody says what they are.
        forms.add(
                new Form(
                        Pattern.compile(
                                "(?iu)(?<=\\b(?:tlf|tlf\\.|tlf:|tlf\\.:|telefon|telefon:|telefonnummer|mobil|mobil:|mobilnummer"
                                        + "|phone|phone:|telephone|mobile|mobile:|tel|tel\\.|tel:|call|call me on|ring til|nummer er) )"
                                        + "\\d{3,5}[ -]?\\d{3,7}"
                                        + NUMBER_AFTER),
                        (text, start, end) ->
                                digits(text, start, end) >= 7 && standsAlone(text, start, end)));
        return List.copyOf(forms);
    }

    private static void national(List<Form> forms, String written, Check check) {
        var pattern = Pattern.compile(NUMBER_BEFORE + "(?:" + written + ")" + NUMBER_AFTER);
        forms.add(new Form(pattern, check));
    }

    private static boolean isLikeACountrys(String text, int start, int end) {
        var digits = digits(text, start, end);
        return digits >= 8 && digits <= (text.startsWith("00", start) ? 14 : 15);
    }

    private static boolean standsAlone(String text, int start, int end) {
        var before = before(text, start);
        var after = after(text, end);
        return !GROUP_BEFORE.matcher(before).find()
                && !GROUP_AFTER.matcher(after).find()
                && !SIZES_BEFORE.matcher(before).find()
                && !UNIT_AFTER.matcher(after).find();
    }

    private static boolean isSaid(String text, int start, int end) {
        return standsAlone(text, start, end) && isCalledOne(text, start, end);
    }

    /** Pairs that rise in equal steps are a list, unless somebody says what they are. */
    private static boolean isUneven(String text, int start, int end) {
        return standsAlone(text, start, end)
                && (!isInSteps(text.substring(start, end)) || isCalledOne(text, start, end));
    }

    private static boolean isCalledOne(String text, int start, int end) {
        return SAID_BEFORE.matcher(before(text, start)).find()
                || SAID_AFTER.matcher(after(text, end)).find();
    }

    private static boolean isInSteps(String pairs) {
        var all = List.of(pairs.split(" ")).stream().map(Integer::valueOf).toList();
        var step = all.get(1) - all.get(0);
        for (var i = 1; i < all.size(); i++) {
            if (all.get(i) - all.get(i - 1) != step) {
                return false;
            }
        }
        return step > 0;
    }

    private static String before(String text, int start) {
        return text.substring(Math.max(0, start - NEAR), start);
    }

    private static String after(String text, int end) {
        return text.substring(end, Math.min(text.length(), end + NEAR));
    }

    private static long digits(String text, int start, int end) {
        return text.substring(start, end).chars().filter(c -> c >= '0' && c <= '9').count();
    }
}
