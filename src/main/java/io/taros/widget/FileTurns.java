package io.taros.widget;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.taros.conversation.Conversation;
import io.taros.platform.web.BadInput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Whoever brings or looks at many files at once waits for themselves rather than lets others wait:
 * each file is in memory for as long as its way takes.
 */
@Component
class FileTurns {
    private static final int BROUGHT_BY_CONVERSATION = 1;
    private static final int BROUGHT_BY_ADDRESS = 3;
    private static final int READ_BY_ADDRESS = 4;
    private static final int READ = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** There for as long as somebody has a turn or waits for one. */
    private final Cache<String, Semaphore> seats = Caffeine.newBuilder().weakValues().build();

    /** Had until it is closed. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    private record Place(String name, int seats) {}

    Turn bring(Conversation.Id conversation, String address) {
        return turn(
                new Place("bring/" + conversation.value(), BROUGHT_BY_CONVERSATION),
                new Place("bring/" + address, BROUGHT_BY_ADDRESS));
    }

    Turn read(String address) {
        return turn(new Place("read/" + address, READ_BY_ADDRESS), new Place("read", READ));
    }

    private Turn turn(Place... places) {
        var taken = new ArrayList<Semaphore>();
        Turn turn = () -> taken.forEach(Semaphore::release);
        for (var place : places) {
            var free = seats.get(place.name(), _ -> new Semaphore(place.seats(), true));
            if (!isTaken(free)) {
                turn.close();
                throw new BadInput("file", "attachment.input.busy");
            }
            taken.add(free);
        }
        return turn;
    }

    private static boolean isTaken(Semaphore seats) {
        try {
            return seats.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
