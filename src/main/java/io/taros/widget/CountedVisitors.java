package io.taros.widget;

import io.taros.ceiling.Ceilings;
import io.taros.platform.crypto.BlindIndex;
import io.taros.platform.web.ClientAddress;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
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

    /** Nothing where nobody is counted: what is not needed is not kept. */
    byte @Nullable [] of(Visit visit, HttpServletRequest request) {
        var bot = visit.bot().id();
        return ceilings.get(bot).perVisitor() == null
                ? null
                : index.of(KIND, bot.value() + "/" + addresses.digest(request));
    }
}
