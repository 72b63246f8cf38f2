package io.taros.account;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.taros.platform.TarosSettings;
import io.taros.platform.mail.Mail;
import io.taros.platform.web.Texts;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes the mails about an account, in the language of their reader. */
@Component
class AccountMails {
    /**
     * @param email the reader's
     * @param path what the link of the mail opens
     * @param told what the texts leave open
     */
    record Content(Letter letter, String email, String locale, String path, List<Object> told) {
        Content {
            told = List.copyOf(told);
        }
    }

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "io.taros.jte");
    private final TarosSettings installation;
    private final MessageSource messages;

    AccountMails(TarosSettings installation, MessageSource messages) {
        this.installation = installation;
        this.messages = messages;
    }

    Mail write(Content content) {
        var language = Locale.forLanguageTag(content.locale());
        var letter = letter(content, new Texts(messages, language));
        var html = new StringOutput();
        templates.render("account/mail.jte", letter, html);
        return new Mail(
                "account." + UUID.randomUUID(),
                content.email(),
                language,
                letter.subject(),
                letter.text(),
                html.toString(),
                null);
    }

    private AccountMail letter(Content content, Texts texts) {
        var key = "account.mail." + content.letter().name() + ".";
        var told = content.told().toArray();
        return new AccountMail(
                texts.locale().toLanguageTag(),
                texts.get(key + "subject", told),
                texts.get(key + "lead", told),
                new AccountMail.Link(
                        texts.get(key + "link", told), installation.link(content.path())),
                texts.get(key + "note", told));
    }
}
