package io.taros.bot;

import io.taros.platform.erasure.Eraser;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A bot goes with all that it knew and said. */
@Component
class ErasedBots implements Eraser {
    static final String KIND = "bot";

    private final Bots bots;

    ErasedBots(Bots bots) {
        this.bots = bots;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean eraseAgain(UUID id) {
        return bots.delete(new Bot.Id(id));
    }
}
