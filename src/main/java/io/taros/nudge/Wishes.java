package io.taros.nudge;

import io.taros.platform.web.BadInput;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a member wants to be told, how and when.
 *
 * @param digest how often what is gathered is told
 * @param quietFrom nothing is told from then on; absent where any hour will do
 * @param quietUntil until then, on the next day where that is earlier
 * @param pushed what they are told of in the browsers that they want to be told in
 */
public record Wishes(
        Way assigned,
        Way mentioned,
        Way waiting,
        Way replied,
        Pace digest,
        @Nullable LocalTime quietFrom,
        @Nullable LocalTime quietUntil,
        Set<Occasion> pushed) {
    /** Of whoever never said anything. */
    public static final Wishes USUAL =
            new Wishes(
                    Way.MAIL,
                    Way.MAIL,
                    Way.NEVER,
                    Way.NEVER,
                    Pace.DAILY,
                    null,
                    null,
                    EnumSet.allOf(Occasion.class));

    public Wishes {
        pushed = Set.copyOf(pushed);
        if ((quietFrom == null) != (quietUntil == null)) {
            throw new BadInput(
                    quietFrom == null ? "quietFrom" : "quietUntil", "nudge.input.quiet-half");
        }
        if (quietFrom != null && quietFrom.equals(quietUntil)) {
            throw new BadInput("quietUntil", "nudge.input.quiet-same");
        }
    }

    /** How something is told. */
    public enum Way {
        NEVER,
        /** Within minutes, unless their inbox is open. */
        MAIL,
        /** Gathered. */
        DIGEST
    }

    public enum Pace {
        HOURLY,
        DAILY
    }

    public Way of(Occasion occasion) {
        return switch (occasion) {
            case ASSIGNED -> assigned;
            case MENTIONED -> mentioned;
            case WAITING -> waiting;
            case REPLIED -> replied;
        };
    }

    /** Without mails. */
    Wishes silent() {
        return new Wishes(
                Way.NEVER, Way.NEVER, Way.NEVER, Way.NEVER, digest, quietFrom, quietUntil, pushed);
    }
}
