package io.taros.widget;

import io.taros.bot.Bot;
import io.taros.ceiling.Ceilings;
import io.taros.platform.crypto.BlindIndex;
import io.taros.platform.web.ClientAddress;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** Tells visitors of a bot apart whose owner limits what each of them is answered in a day. */
@Component
class CountedVisitors {
    private static final String KIND = "visitor.count";

    private final Ceilings ceilings;
    private final ClientAddress addresses;
    private final BlindIndex index;

    CountedVisitors(Ceilings ceilings, ClientAddress addresses, BlindIndex index) {
        this.ceilings = ceilings;
        this.addresses = addresses;
        this.index = index;
    }

    /** Where nobody is counted, what tells them apart is not kept either. */
    boolean isEachCounted(Bot.Id bot) {
        return ceilings.get(bot).perVisitor() != null;
    }

    byte[] of(Visit visit, HttpServletRequest request) {
        return index.of(KIND, visit.bot().id().value() + "/" + addresses.digest(request));
    }
}
