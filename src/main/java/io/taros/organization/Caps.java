package io.taros.organization;

import io.taros.platform.web.BadInput;
import org.jspecify.annotations.Nullable;

/**
 * How much of the product an organization has.
 *
 * @param seats how many members and open invitations at most; any number if absent
 * @param bots how many bots at most; any number if absent
 * @param hasApi whether programs are let in with an API key
 * @param namesMaker whether its widgets say what they are powered by
 */
public record Caps(
        @Nullable Integer seats, @Nullable Integer bots, boolean hasApi, boolean namesMaker) {
    public static final Caps NONE = new Caps(null, null, true, true);
    public static final int MOST = 10_000;

    public Caps {
        check("seats", seats);
        check("bots", bots);
    }

    private static void check(String field, @Nullable Integer most) {
        if (most != null && (most < 1 || most > MOST)) {
            throw new BadInput(field, "organization.input.cap", MOST);
        }
    }
}
