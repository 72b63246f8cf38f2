package io.taros.widget;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.taros.bot.Bot;
import io.taros.conversation.Conversation;
import io.taros.platform.web.ClientAddress;
import io.taros.platform.web.Limit;
import io.taros.platform.web.OverLimit;
import io.taros.platform.web.RateLimits;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How much one visitor may do. A message counts once however often it is sent: on a bad line a
 * widget repeats it, and the repetitions must not use up the words.
 */
@Component
class VisitorLimits {
    private record Sent(Conversation.Id conversation, String clientId) {}

    private final RateLimits limits;
    private final ClientAddress addresses;
    private final VisitorPuzzles puzzles;
    private final Cache<Sent, Boolean> counted =
            Caffeine.newBuilder()
                    .maximumSize(100_000)
                    .expireAfterWrite(Duration.ofMinutes(10))
                    .build();

    VisitorLimits(RateLimits limits, ClientAddress addresses, VisitorPuzzles puzzles) {
        this.puzzles = puzzles;
        this.limits = limits;
        this.addresses = addresses;
    }

    /**
     * @param solution of the puzzle that this one cost, if it did
     */
    void conversation(HttpServletRequest request, Bot bot, @Nullable String solution) {
        var address = addresses.key(request);
        // Nobody works for what is refused anyway.
        if (!limits.isSpent(Limit.CONVERSATION, address)) {
            puzzles.admit(request, bot, solution);
        }
        try {
            limits.take(Limit.CONVERSATION, address);
        } catch (OverLimit e) {
            puzzles.raise(request, bot);
            throw e;
        }
    }

    /**
     * @param solution of the puzzle that this one cost, if it did
     */
    void message(
            HttpServletRequest request, Visit visit, String clientId, @Nullable String solution) {
        // Copies that come at once wait for what is said to the first; refused, it is none.
        var _ =
                counted.get(
                        new Sent(visit.id(), clientId),
                        sent -> {
                            count(request, visit, solution);
                            return true;
                        });
    }

    private void count(HttpServletRequest request, Visit visit, @Nullable String solution) {
        try {
            var conversation = visit.id().value().toString();
            if (!limits.isSpent(Limit.MESSAGE, conversation)) {
                puzzles.admit(request, visit, solution);
            }
            var bot = visit.bot().id().value().toString();
            var address = addresses.key(request);
            limits.take(Limit.MESSAGE, conversation);
            limits.take(Limit.MESSAGE_ADDRESS, address);
            limits.take(Limit.MESSAGE_DAY, bot + "/" + address);
            limits.take(Limit.MESSAGE_BOT, bot);
        } catch (OverLimit e) {
            puzzles.raise(request, visit.bot());
            throw e;
        }
    }

    void file(HttpServletRequest request, Visit visit) {
        var bot = visit.bot().id().value().toString();
        var address = addresses.key(request);
        limits.take(Limit.FILE, visit.id().value().toString());
        limits.take(Limit.FILE_ADDRESS, address);
        limits.take(Limit.FILE_DAY, bot + "/" + address);
        limits.take(Limit.FILE_BOT, bot);
    }

    void fileRead(HttpServletRequest request, Visit visit) {
        limits.take(Limit.FILE_READ, visit.id().value().toString());
        limits.take(Limit.FILE_READ, addresses.key(request));
    }

    String addressOf(HttpServletRequest request) {
        return addresses.key(request);
    }
}
