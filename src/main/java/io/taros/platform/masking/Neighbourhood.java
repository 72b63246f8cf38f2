package io.taros.platform.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;

/**
 * A part of a text in which something may be found: most of what people write has no digit in it,
 * and is not looked at seventeen times.
 */
record Neighbourhood(int start, int end) {
    /**
     * Around signs that are not further from one another than twice the reach.
     *
     * @param fewest of them; a part with less is left out
     */
    static List<Neighbourhood> of(String text, IntPredicate sign, int fewest, int reach) {
        var all = new ArrayList<Neighbourhood>();
        var start = -1;
        var last = -1;
        var count = 0;
        for (var i = 0; i < text.length(); i++) {
            if (!sign.test(text.charAt(i))) {
                continue;
            }
            if (start >= 0 && i - last > 2 * reach) {
                add(all, text, count < fewest ? -1 : start, last, reach);
                start = -1;
            }
            if (start < 0) {
                start = i;
                count = 0;
            }
            last = i;
            count++;
        }
        add(all, text, count < fewest ? -1 : start, last, reach);
        return all;
    }

    private static void add(List<Neighbourhood> all, String text, int start, int last, int reach) {
        if (start >= 0) {
            all.add(
                    new Neighbourhood(
                            Math.max(0, start - reach), Math.min(text.length(), last + 1 + reach)));
        }
    }

    /** What is around it is seen, and not matched. */
    void restrict(Matcher matcher) {
        matcher.region(start, end).useTransparentBounds(true).useAnchoringBounds(false);
    }
}
