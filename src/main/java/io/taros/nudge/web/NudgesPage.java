package io.taros.nudge.web;

import io.taros.nudge.Occasion;
import io.taros.nudge.PushDevice;
import io.taros.nudge.Wishes;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;

/**
 * What somebody wants to be told in the organization they work in.
 *
 * @param isMember guests of an organization are told nothing
 * @param isMailSent whether this installation sends any
 */
public record NudgesPage(
        Draft draft,
        String zone,
        boolean isMember,
        boolean isMailSent,
        Devices devices,
        FormErrors errors)
        implements View {
    /** What the form says. */
    public record Draft(
            Map<Occasion, Wishes.Way> ways,
            Set<Occasion> pushed,
            Wishes.Pace digest,
            String quietFrom,
            String quietUntil) {
        public Draft {
            ways = Map.copyOf(ways);
            pushed = Set.copyOf(pushed);
        }

        public static Draft of(Wishes wishes) {
            return new Draft(
                    Map.of(
                            Occasion.ASSIGNED, wishes.assigned(),
                            Occasion.MENTIONED, wishes.mentioned(),
                            Occasion.WAITING, wishes.waiting(),
                            Occasion.REPLIED, wishes.replied()),
                    wishes.pushed(),
                    wishes.digest(),
                    wishes.quietFrom() == null ? "" : wishes.quietFrom().toString(),
                    wishes.quietUntil() == null ? "" : wishes.quietUntil().toString());
        }
    }

    /**
     * The browsers they are told in.
     *
     * @param key of the installation, which a browser subscribes with
     */
    public record Devices(String key, List<PushDevice> all) {
        public static final Devices NONE = new Devices("", List.of());

        public Devices {
            all = List.copyOf(all);
        }
    }

    @Override
    public String template() {
        return "nudge/nudges";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
