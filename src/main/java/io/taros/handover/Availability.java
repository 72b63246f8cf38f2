package io.taros.handover;

import io.taros.bot.Bot;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a visitor who waits for a person can expect now. */
@Component
public class Availability {
    private final Handovers handovers;
    private final Attendance attendance;
    private final InstantSource clock;

    Availability(Handovers handovers, Attendance attendance, InstantSource clock) {
        this.handovers = handovers;
        this.attendance = attendance;
        this.clock = clock;
    }

    /** Somebody whose inbox is open is there, also outside the hours. */
    public enum Kind {
        THERE,
        /** Within the hours, but no inbox is open. */
        NOBODY_THERE,
        CLOSED
    }

    /**
     * @param opens when people can be expected again, in their own time; known only of those closed
     */
    public record Now(Kind kind, @Nullable ZonedDateTime opens) {}

    public Now of(Bot.Id bot) {
        if (attendance.isAnybodyThere(bot)) {
            return new Now(Kind.THERE, null);
        }
        var now = clock.instant();
        return handovers
                .hours(bot)
                .filter(hours -> !hours.isOpen(now))
                .map(hours -> new Now(Kind.CLOSED, orNull(hours.opens(now))))
                .orElse(new Now(Kind.NOBODY_THERE, null));
    }

    private static @Nullable ZonedDateTime orNull(Optional<ZonedDateTime> opens) {
        return opens.orElse(null);
    }
}
