package io.taros.widget;

import io.taros.account.Puzzles;
import io.taros.bot.Bot;
import io.taros.platform.TarosSettings;
import io.taros.platform.crypto.BlindIndex;
import io.taros.platform.web.ClientAddress;
import io.taros.platform.web.Limit;
import io.taros.platform.web.PuzzleNeeded;
import io.taros.platform.web.RateLimits;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * What a visitor's browser works for, unseen, where much comes from one address or at one bot: it
 * costs somebody who wants help half a second and whoever writes thousands of messages hours. It
 * refuses nobody. A puzzle is good for one bot, one conversation, one address, and once.
 */
@Component
class VisitorPuzzles {
    private static final String KEY = "visitor.puzzle";
    private static final String NEW = "new";

    private final Puzzles puzzles;
    private final RateLimits limits;
    private final ClientAddress addresses;
    private final BlindIndex index;
    private final TarosSettings installation;

    VisitorPuzzles(
            Puzzles puzzles,
            RateLimits limits,
            ClientAddress addresses,
            BlindIndex index,
            TarosSettings installation) {
        this.puzzles = puzzles;
        this.limits = limits;
        this.addresses = addresses;
        this.index = index;
        this.installation = installation;
    }

    /**
     * Somebody met a limit or wrote a flood: for a day their address works for what it sends to
     * this bot.
     */
    void raise(HttpServletRequest request, Bot bot) {
        limits.spend(Limit.MISCHIEF, at(addresses.key(request), bot));
    }

    /**
     * Before a conversation begins.
     *
     * @throws PuzzleNeeded unless the solution of one comes with it
     */
    void admit(HttpServletRequest request, Bot bot, @Nullable String solution) {
        var address = addresses.key(request);
        admit(
                request,
                bot.id().value() + "/" + NEW,
                isSuspect(address, bot) || limits.isRunningLow(Limit.CONVERSATION, address),
                solution);
    }

    /**
     * Before a message is taken.
     *
     * @throws PuzzleNeeded unless the solution of one comes with it
     */
    void admit(HttpServletRequest request, Visit visit, @Nullable String solution) {
        var address = addresses.key(request);
        var bot = visit.bot().id().value();
        admit(
                request,
                bot + "/" + visit.id().value(),
                isSuspect(address, visit.bot())
                        || limits.isRunningLow(Limit.MESSAGE_ADDRESS, address)
                        || limits.isRunningLow(Limit.MESSAGE_DAY, bot + "/" + address),
                solution);
    }

    private boolean isSuspect(String address, Bot bot) {
        return limits.isSpent(Limit.MISCHIEF, at(address, bot))
                || limits.isRunningLow(Limit.MESSAGE_BOT, bot.id().value().toString());
    }

    private static String at(String address, Bot bot) {
        return bot.id().value() + "/" + address;
    }

    /** Never where browsers cannot solve one: they hash for secure pages only. */
    private void admit(
            HttpServletRequest request,
            String place,
            boolean isSuspect,
            @Nullable String solution) {
        if (!isSuspect || !installation.isTrustedByBrowsers() || isOnInsecurePage(request)) {
            return;
        }
        var key = keyOf(request, place);
        if (solution == null || !puzzles.isSolved(solution, key)) {
            throw new PuzzleNeeded(puzzles.make(key));
        }
    }

    private static boolean isOnInsecurePage(HttpServletRequest request) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null
                && origin.startsWith("http://")
                && !origin.startsWith("http://localhost");
    }

    /** The same on every node. */
    private String keyOf(HttpServletRequest request, String place) {
        return HexFormat.of().formatHex(index.of(KEY, place + "/" + addresses.digest(request)));
    }
}
