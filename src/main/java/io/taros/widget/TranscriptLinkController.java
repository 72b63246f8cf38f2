package io.taros.widget;

import io.taros.bot.Bot;
import io.taros.bot.Bots;
import io.taros.bot.PublicKey;
import io.taros.platform.security.Open;
import io.taros.platform.web.ClientAddress;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import io.taros.widget.web.TranscriptLinkPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the link in a mail leads that asks whether a chat is wanted there. */
@Controller
@RequestMapping("/chat/{publicKey}/transcript/{token}")
class TranscriptLinkController {
    private static final String WHY = "guarded by the secret in the link";

    private final TranscriptRequests requests;
    private final Bots bots;
    private final RateLimits limits;
    private final ClientAddress address;

    TranscriptLinkController(
            TranscriptRequests requests, Bots bots, RateLimits limits, ClientAddress address) {
        this.requests = requests;
        this.bots = bots;
        this.limits = limits;
        this.address = address;
    }

    static String path(PublicKey bot, String secret) {
        return "/chat/%s/transcript/%s".formatted(bot.value(), secret);
    }

    /** Asks first: what scans mail opens links, and would confirm for its reader. */
    @GetMapping
    @Open(WHY)
    TranscriptLinkPage page(
            @PathVariable String publicKey,
            @PathVariable String token,
            HttpServletRequest request,
            HttpServletResponse response) {
        guard(request, response);
        return bot(publicKey)
                .flatMap(bot -> requests.find(token).map(wanted -> asked(bot, wanted, token)))
                .orElse(TranscriptLinkPage.GONE);
    }

    @PostMapping
    @Open(WHY)
    TranscriptLinkPage confirm(
            @PathVariable String publicKey,
            @PathVariable String token,
            HttpServletRequest request,
            HttpServletResponse response) {
        guard(request, response);
        return bot(publicKey).isPresent() && requests.confirm(token)
                ? TranscriptLinkPage.DONE
                : TranscriptLinkPage.GONE;
    }

    private static TranscriptLinkPage asked(Bot bot, TranscriptRequest wanted, String token) {
        return new TranscriptLinkPage(
                TranscriptLinkPage.State.ASKED,
                path(bot.publicKey(), token),
                bot.name(),
                wanted.email());
    }

    private Optional<Bot> bot(String publicKey) {
        return PublicKey.parse(publicKey).flatMap(bots::find);
    }

    /** Not even our own pages are told where their reader came from, and guesses are counted. */
    private void guard(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        limits.take(Limit.LINK, address.key(request));
    }
}
