package io.taros.privacy.web;

import io.taros.platform.datamap.Category;
import io.taros.platform.datamap.Place;
import io.taros.platform.datamap.Protection;
import io.taros.platform.datamap.Purpose;
import io.taros.platform.datamap.Subject;
import io.taros.platform.web.View;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Settings: the record of processing, by what things are kept for. */
public record RecordPage(List<Activity> activities) implements View {
    /** Rows beyond this are only said to be more. */
    public static final int MOST_COUNTED = 100_000;

    /** One purpose, whom it concerns, and what is kept for it. */
    public record Activity(Purpose purpose, List<Subject> subjects, List<Holding> holdings) {
        public Activity {
            subjects = List.copyOf(subjects);
            holdings = List.copyOf(holdings);
        }
    }

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

    public RecordPage {
        activities = List.copyOf(activities);
    }

    @Override
    public String template() {
        return "privacy/record";
    }
}
