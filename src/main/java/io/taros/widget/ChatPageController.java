package io.taros.widget;

import io.taros.bot.Bot;
import io.taros.bot.Bots;
import io.taros.bot.PublicKey;
import io.taros.platform.security.Open;
import io.taros.platform.web.Nonce;
import io.taros.platform.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Shows the chat to whoever has the link; other pages may frame it if the bot's owner listed them.
 */
@Controller
class ChatPageController {
    private final Bots bots;
    private final Origins origins;

    ChatPageController(Bots bots, Origins origins) {
        this.bots = bots;
        this.origins = origins;
    }

    @GetMapping("/chat/{publicKey}")
    @Open("A link for visitors")
    ChatPage chat(
            @PathVariable String publicKey,
            HttpServletRequest request,
            HttpServletResponse response) {
        var bot = PublicKey.parse(publicKey).flatMap(bots::find).orElseThrow(NotFound::new);
        response.setHeader("Content-Security-Policy", policy(bot, request));
        return new ChatPage(bot.name(), publicKey, Browser.language(null, request, bot.language()));
    }

    private String policy(Bot bot, HttpServletRequest request) {
        return """
        default-src 'none'; script-src 'self' 'nonce-%1$s'; style-src 'self' 'nonce-%1$s'; \
        img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; form-action 'none'; \
        base-uri 'none'; object-src 'none'; frame-ancestors %2$s\
        """
                .formatted(Nonce.of(request), origins.framersOf(bot));
    }
}
