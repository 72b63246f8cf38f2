package io.taros.followup;

import io.taros.bot.Bot;
import io.taros.bot.Bots;
import io.taros.bot.PublicKey;
import io.taros.followup.web.StopMailsPage;
import io.taros.platform.security.Open;
import io.taros.platform.web.ClientAddress;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Ends the mails about a conversation: posted to by mail programs (RFC 8058), whose servers have no
 * cookie and no token of a page, and by people from the page that the link opens. Following the
 * link changes nothing, since scanners of mail follow links.
 */
@Controller
@RequestMapping("/chat/{publicKey}/mail/{token}")
class StopMailsController {
    private static final String WHY = "guarded by the secret in the link";

    private final MailThreads threads;
    private final Bots bots;
    private final RateLimits limits;
    private final ClientAddress address;

    StopMailsController(MailThreads threads, Bots bots, RateLimits limits, ClientAddress address) {
        this.threads = threads;
        this.bots = bots;
        this.limits = limits;
        this.address = address;
    }

    static String path(PublicKey bot, String token) {
        return "/chat/%s/mail/%s".formatted(bot.value(), token);
    }

    @GetMapping
    @Open(WHY)
    StopMailsPage page(
            @PathVariable String publicKey,
            @PathVariable String token,
            HttpServletRequest request,
            HttpServletResponse response) {
        guard(request, response);
        var bot = bot(publicKey);
        return bot.isPresent() && threads.findByStop(token).isPresent()
                ? StopMailsPage.asked(path(bot.get().publicKey(), token), bot.get().name())
                : StopMailsPage.GONE;
    }

    @PostMapping
    @Open(WHY)
    StopMailsPage stop(
            @PathVariable String publicKey,
            @PathVariable String token,
            HttpServletRequest request,
            HttpServletResponse response) {
        guard(request, response);
        var thread = bot(publicKey).flatMap(_ -> threads.findByStop(token));
        thread.ifPresent(threads::stop);
        return thread.isPresent() ? StopMailsPage.DONE : StopMailsPage.GONE;
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
