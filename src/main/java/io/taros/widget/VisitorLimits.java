package io.taros.widget;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.taros.conversation.Conversation;
import io.taros.platform.web.ClientAddress;
import io.taros.platform.web.Limit;
import io.taros.platform.web.OverLimit;
import io.taros.platform.web.RateLimits;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
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
    private final Cache<Sent, Boolean> counted =
            Caffeine.newBuilder()
                    .maximumSize(100_000)
                    .expireAfterWrite(Duration.ofMinutes(10))
                    .build();

    VisitorLimits(RateLimits limits, ClientAddress addresses) {
        this.limits = limits;
        this.addresses = addresses;
    }

    void conversation(HttpServletRequest request) {
        limits.take(Limit.CONVERSATION, addresses.key(request));
    }

    void message(HttpServletRequest request, Visit visit, String clientId) {
        var sent = new Sent(visit.id(), clientId);
        if (counted.asMap().putIfAbsent(sent, true) != null) {
            return;
        }
        try {
            var bot = visit.bot().id().value().toString();
            var address = addresses.key(request);
            limits.take(Limit.MESSAGE, visit.id().value().toString());
            limits.take(Limit.MESSAGE_ADDRESS, address);
            limits.take(Limit.MESSAGE_DAY, bot + "/" + address);
            limits.take(Limit.MESSAGE_BOT, bot);
        } catch (OverLimit e) {
            counted.invalidate(sent);
            throw e;
        }
    }

    String addressOf(HttpServletRequest request) {
        return addresses.key(request);
    }
}
