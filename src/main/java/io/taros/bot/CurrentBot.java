package io.taros.bot;

import io.taros.platform.security.Tenancy;
import io.taros.platform.web.BotPick;
import io.taros.platform.web.NotFound;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The bot that a room of the dashboard is about: the one asked for, or else the oldest. An
 * organization that has none gets its first one here, so that no room ever stands empty for want of
 * a bot.
 */
@Component
public class CurrentBot {
    private static final String FIRST_NAME = "Robin";

    private final Bots bots;

    CurrentBot(Bots bots) {
        this.bots = bots;
    }

    public Bot of(@Nullable UUID wanted) {
        if (wanted != null) {
            return bots.find(new Bot.Id(wanted)).orElseThrow(NotFound::new);
        }
        return all().getFirst();
    }

    public BotPick pick(Bot chosen) {
        return new BotPick(
                chosen.id().value(),
                all().stream()
                        .map(bot -> new BotPick.Choice(bot.id().value(), bot.name()))
                        .toList());
    }

    private List<Bot> all() {
        var present = bots.list();
        return present.isEmpty() ? List.of(first()) : present;
    }

    /** Whoever is limited to bots that are gone has none, rather than a new one. */
    private synchronized Bot first() {
        if (Tenancy.findBots().isPresent()) {
            throw new NotFound();
        }
        var present = bots.list();
        return present.isEmpty() ? bots.add(BotSettings.named(FIRST_NAME)) : present.getFirst();
    }
}
