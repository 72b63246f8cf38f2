package io.taros.organization;

import io.taros.platform.web.BadInput;
import org.jspecify.annotations.Nullable;

/**
 * How much of the product an organization has.
 *
 * @param seats how many members and open invitations at most; any number if absent
 * @param bots how many bots at most; any number if absent
 * @param pages how many pages its bots learn from at most; what the installation allows if absent
 * @param hasApi whether programs are let in with an API key
 * @param namesMaker whether its widgets say what they are powered by
 */
public record Caps(
        @Nullable Integer seats,
        @Nullable Integer bots,
        @Nullable Integer pages,
        boolean hasApi,
        boolean namesMaker) {
    public static final Caps NONE = new Caps(null, null, null, true, true);
    public static final int MOST = 10_000;
    public static final int MOST_PAGES = 10_000_000;

    public Caps {
        check("seats", seats, MOST);
        check("bots", bots, MOST);
        check("pages", pages, MOST_PAGES);
    }

    private static void check(String field, @Nullable Integer cap, int most) {
        if (cap != null && (cap < 1 || cap > most)) {
            throw new BadInput(field, "organization.input.cap", most);
        }
    }
}
