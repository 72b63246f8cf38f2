package io.taros.nudge;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.taros.account.Account;
import io.taros.account.Unsubscribing;
import io.taros.bot.Bot;
import io.taros.bot.Bots;
import io.taros.conversation.Conversation;
import io.taros.platform.mail.Mail;
import io.taros.platform.web.Branding;
import io.taros.platform.web.Texts;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes the mail to a member, in their language: what happened, and no word of what was said. */
@Component
class NudgeMails {
    record Told(Nudge nudge, Conversation conversation) {}

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "io.taros.jte");
    private final Bots bots;
    private final Branding branding;
    private final MessageSource messages;
    private final Unsubscribing unsubscribing;
    private final NudgeList list;

    NudgeMails(
            Bots bots,
            Branding branding,
            MessageSource messages,
            Unsubscribing unsubscribing,
            NudgeList list) {
        this.bots = bots;
        this.branding = branding;
        this.messages = messages;
        this.unsubscribing = unsubscribing;
        this.list = list;
    }

    /**
     * @param id the same for the same mail
     */
    Mail write(String id, Account reader, List<Told> told) {
        var language = Locale.forLanguageTag(reader.locale());
        var letter = letter(told, new Texts(messages, language));
        var html = new StringOutput();
        templates.render("nudge/mail.jte", letter, html);
        return new Mail(
                id,
                reader.email(),
                language,
                letter.subject(),
                letter.text(),
                html.toString(),
                unsubscribing.link(list, reader.id()),
                branding.here().sender());
    }

    private NudgeMail letter(List<Told> told, Texts texts) {
        var lines = told.stream().map(one -> line(one, texts)).toList();
        return new NudgeMail(
                texts.locale().toLanguageTag(),
                lines.size() == 1
                        ? lines.getFirst().words()
                        : texts.get("nudge.mail.subject", lines.size()),
                lines,
                texts.get("nudge.mail.why"),
                new NudgeMail.Link(
                        texts.get("nudge.mail.setting"), branding.link("/account/notifications")));
    }

    private NudgeMail.Link line(Told told, Texts texts) {
        var bot = bots.find(told.conversation().botId()).map(Bot::name).orElse("…");
        return new NudgeMail.Link(
                texts.get("nudge.mail." + told.nudge().occasion(), bot),
                branding.link("/inbox/" + told.conversation().id().value()));
    }
}
