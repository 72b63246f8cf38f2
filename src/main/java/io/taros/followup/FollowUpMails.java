package io.taros.followup;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.taros.bot.Bot;
import io.taros.conversation.Conversation;
import io.taros.conversation.Message;
import io.taros.platform.mail.Mail;
import io.taros.platform.mail.Sender;
import io.taros.platform.web.Brand;
import io.taros.platform.web.Branding;
import io.taros.platform.web.Texts;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes replies as a mail, in the language of the chat if mails are written in that. */
@Component
class FollowUpMails {
    private static final String KEY = "followup.mail.";

    /** Of what the visitor wrote: they know it, and a mail shall not carry much of a stranger's. */
    private static final int QUOTED = 600;

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "io.taros.jte");
    private final Branding branding;
    private final MessageSource messages;
    private final ReplyAddresses addresses;

    FollowUpMails(Branding branding, MessageSource messages, ReplyAddresses addresses) {
        this.branding = branding;
        this.messages = messages;
        this.addresses = addresses;
    }

    Mail of(MailThread thread, String email, Unread unread, Conversation conversation, Bot bot) {
        var texts = new Texts(messages, Locale.forLanguageTag(conversation.speaks()));
        var replyTo = addresses.of(thread.secret());
        var letter = letter(thread, unread, conversation, bot, texts);
        var html = new StringOutput();
        templates.render("followup/mail.jte", letter, html);
        return new Mail(
                idOf(thread, unread.place()),
                email,
                letter.language(),
                letter.subject(),
                letter.text(),
                html.toString(),
                letter.stop().address(),
                sender(unread, letter.brand(), bot),
                new Mail.Thread(replyTo.orElse(null), earlier(thread)));
    }

    private FollowUpLetter letter(
            MailThread thread, Unread unread, Conversation conversation, Bot bot, Texts texts) {
        var isAnswered = addresses.isOn();
        var brand = branding.here();
        return new FollowUpLetter(
                texts.locale(),
                texts.get(KEY + "subject", bot.name()),
                isAnswered ? AnswerText.marker(texts.get(KEY + "marker")) : null,
                texts.get(KEY + "lead", bot.name()),
                unread.replies().stream().map(message -> said(message, bot, texts)).toList(),
                quoted(unread.question(), texts),
                page(conversation, bot, brand)
                        .map(page -> new FollowUpLetter.Link(texts.get(KEY + "chat"), page))
                        .orElse(null),
                texts.get(KEY + (isAnswered ? "answer" : "unread")),
                new FollowUpLetter.Link(
                        texts.get(KEY + "stop"),
                        branding.link(
                                brand,
                                StopMailsController.path(
                                        bot.publicKey(), thread.secret().stopToken()))),
                brand);
    }

    private static FollowUpLetter.Said said(Message message, Bot bot, Texts texts) {
        return new FollowUpLetter.Said(
                message.author() == null
                        ? texts.get(KEY + "bot", bot.name())
                        : message.author().name(),
                message.words());
    }

    private static FollowUpLetter.@Nullable Said quoted(@Nullable Message question, Texts texts) {
        if (question == null) {
            return null;
        }
        var text = question.words();
        return new FollowUpLetter.Said(
                texts.get(KEY + "you"),
                text.length() <= QUOTED ? text : text.substring(0, QUOTED) + " …");
    }

    /** Whoever replied last, on whosever address it is. */
    private static Sender sender(Unread unread, Brand brand, Bot bot) {
        var name =
                unread.replies().reversed().stream()
                        .flatMap(message -> Stream.ofNullable(message.author()))
                        .map(Message.Author::name)
                        .findFirst()
                        .orElse(bot.name());
        var proven = brand.sender();
        return new Sender(
                name, proven == null ? null : proven.email(), proven != null && proven.isFrom());
    }

    /** The page it began on, where the bot's owner says that it is theirs. */
    private Optional<String> page(Conversation conversation, Bot bot, Brand brand) {
        return Optional.ofNullable(conversation.pageUrl())
                .filter(page ->
                        page.startsWith(branding.link(brand, "/"))
                                || bot.allowedOrigins().contains(originOf(page)));
    }

    private static String originOf(String page) {
        var uri = URI.create(page);
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    /** One name for all of a thread, and each mail's own. */
    private static List<String> earlier(MailThread thread) {
        return thread.mailedSequence() == 0
                ? List.of()
                : List.of(idOf(thread, thread.mailedSequence()));
    }

    private static String idOf(MailThread thread, long place) {
        return "followup.%s.%d".formatted(thread.id().value(), place);
    }
}
