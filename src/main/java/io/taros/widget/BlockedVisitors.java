package io.taros.widget;

import io.taros.block.Blocks;
import io.taros.block.Trait;
import io.taros.bot.Bot;
import io.taros.conversation.VisitorIdentities;
import io.taros.conversation.VisitorIdentity;
import io.taros.platform.web.ClientAddress;
import io.taros.platform.web.Conflict;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whoever is blocked says nothing: not in a new conversation and not in one that began before.
 * Reading, downloading and deleting one's own chat stay open.
 */
@Component
class BlockedVisitors {
    private final Blocks blocks;
    private final VisitorIdentities identities;
    private final ClientAddress addresses;

    BlockedVisitors(Blocks blocks, VisitorIdentities identities, ClientAddress addresses) {
        this.blocks = blocks;
        this.identities = identities;
        this.addresses = addresses;
    }

    /**
     * Before a conversation begins.
     *
     * @throws Conflict with the one sentence that a blocked visitor is told
     */
    void admit(Bot bot, Optional<VisitorIdentity> identity, HttpServletRequest request) {
        if (blocks.isAnybodyBlocked()) {
            refuse(bot, traits(bot, identity), request);
        }
    }

    /**
     * Before something is said.
     *
     * @param email that comes with it
     * @throws Conflict with the one sentence that a blocked visitor is told
     */
    void admit(Visit visit, @Nullable String email, HttpServletRequest request) {
        if (isAnybody()) {
            refuse(visit, email, request);
        }
    }

    boolean isAnybody() {
        return blocks.isAnybodyBlocked();
    }

    /** The same where it is known that somebody is blocked. */
    void refuse(Visit visit, @Nullable String email, HttpServletRequest request) {
        var traits = traits(visit.bot(), identities.find(visit.id()));
        traits.add(Trait.of(visit.id()));
        // Anybody can type an address: it shows where nobody comes from.
        if (email != null && blocks.isBlocked(visit.bot().id(), Trait.ofEmail(email))) {
            throw new Conflict("block.visitor");
        }
        refuse(visit.bot(), traits, request);
    }

    /** Whoever looks at a chat they were blocked in shows where they come from now. */
    void see(Visit visit, HttpServletRequest request) {
        if (blocks.isAnybodyBlocked()) {
            isBlocked(visit.bot(), List.of(Trait.of(visit.id())), request);
        }
    }

    private static List<Trait> traits(Bot bot, Optional<VisitorIdentity> identity) {
        var traits = new ArrayList<Trait>();
        identity.ifPresent(known -> {
            traits.add(Trait.ofSubject(bot.id(), known.subject()));
            if (known.email() != null) {
                traits.add(Trait.ofEmail(known.email()));
            }
        });
        return traits;
    }

    private void refuse(Bot bot, List<Trait> traits, HttpServletRequest request) {
        if (isBlocked(bot, traits, request)) {
            throw new Conflict("block.visitor");
        }
    }

    private boolean isBlocked(Bot bot, List<Trait> traits, HttpServletRequest request) {
        return blocks.isBlocked(
                bot.id(),
                traits,
                Trait.ofAddress(addresses.digest(request)),
                addresses.of(request));
    }
}
