package io.taros.bot;

import io.taros.organization.BotNames;
import java.util.List;
import org.springframework.stereotype.Component;

/** Names bots to the module that limits members to some of them. */
@Component
class NamesOfBots implements BotNames {
    private final Bots bots;

    NamesOfBots(Bots bots) {
        this.bots = bots;
    }

    @Override
    public List<Named> list() {
        return bots.list().stream().map(bot -> new Named(bot.id().value(), bot.name())).toList();
    }
}
