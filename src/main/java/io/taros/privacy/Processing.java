package io.taros.privacy;

import io.taros.platform.datamap.Category;
import io.taros.platform.datamap.Place;
import io.taros.platform.datamap.Protection;
import io.taros.platform.datamap.Purpose;
import io.taros.platform.datamap.Subject;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** One purpose, whom it concerns, and what is kept for it: a line of the record of processing. */
public record Processing(Purpose purpose, List<Subject> subjects, List<Holding> holdings) {
    /** Rows beyond this are only said to be more. */
    public static final int MOST_COUNTED = 100_000;

    /**
     * @param lies how what kind of thing lies, in the order to show it
     * @param rows the organization has now; absent of what is not an organization's
     */
    public record Holding(
            String name,
            Place place,
            Map<Protection, Set<Category>> lies,
            End end,
            OptionalLong rows) {
        public boolean isMoreThanCounted() {
            return rows.isPresent() && rows.getAsLong() > MOST_COUNTED;
        }
    }

    /**
     * Until when.
     *
     * @param text its key
     * @param number of days or hours it says; ignored by texts without
     */
    public record End(String text, long number) {}

    public Processing {
        subjects = List.copyOf(subjects);
        holdings = List.copyOf(holdings);
    }
}
