package io.taros.golden.web;

import io.taros.conversation.Message;
import io.taros.conversation.SourceQuotes;
import io.taros.conversation.Transcripts;
import io.taros.golden.GoldenQuestions;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.MarkedText;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Holds a bot to what a visitor asked. Nothing of the conversation is kept but what a person leaves
 * in the form.
 */
@Controller
@RequestMapping("/test/golden-questions/from/{message}")
class FromConversationController {
    private final Transcripts transcripts;
    private final GoldenQuestions questions;

    FromConversationController(Transcripts transcripts, GoldenQuestions questions) {
        this.transcripts = transcripts;
        this.questions = questions;
    }

    @GetMapping
    @Requires(Permission.GOLDEN_FROM_CONVERSATION)
    FromConversationPage form(@PathVariable UUID message) {
        var exchange = transcripts.exchange(new Message.Id(message));
        return page(
                exchange, GoldenDraft.asked(exchange.question().text().strip(), cited(exchange)));
    }

    @PostMapping
    @Requires(Permission.GOLDEN_FROM_CONVERSATION)
    View add(@PathVariable UUID message, GoldenDraft.Form form) {
        var exchange = transcripts.exchange(new Message.Id(message));
        var bot = transcripts.botOf(exchange);
        try {
            questions.add(bot, form.content(), exchange.conversation());
            return new Redirect("/test/golden-questions?bot=" + bot.value());
        } catch (BadInput refused) {
            return page(exchange, form.again(refused));
        } catch (Conflict refused) {
            return page(exchange, form.again(refused.in("question")));
        }
    }

    /** What the reply rested on first, by the name that tells it from others. */
    private static @Nullable String cited(Transcripts.Exchange exchange) {
        var reply = exchange.reply();
        if (reply == null || reply.sources().isEmpty()) {
            return null;
        }
        var first = reply.sources().getFirst();
        return first.url() == null ? first.title() : first.url();
    }

    private static FromConversationPage page(Transcripts.Exchange exchange, GoldenDraft draft) {
        var reply = exchange.reply();
        return new FromConversationPage(
                exchange.question().id().value(),
                exchange.conversation().value(),
                exchange.question().text(),
                reply == null
                        ? null
                        : new FromConversationPage.Reply(
                                MarkedText.of(reply.text()), SourceQuotes.of(reply.sources())),
                draft);
    }
}
