package io.taros.platform.mail;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.taros.platform.TarosSettings;
import io.taros.platform.web.Texts;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Writes short mails in the language of their reader. Their texts lie below one key: {@code
 * subject}, {@code lead}, {@code link} and {@code note}.
 */
@Component
public class Letters {
    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "io.taros.jte");
    private final TarosSettings installation;
    private final MessageSource messages;

    Letters(TarosSettings installation, MessageSource messages) {
        this.installation = installation;
        this.messages = messages;
    }

    /**
     * @param key of the texts, with the dot at its end
     * @param path what the link opens
     * @param told what the texts leave open
     */
    public Letter letter(String key, Locale language, String path, Object... told) {
        var texts = new Texts(messages, language);
        return new Letter(
                texts.locale(),
                texts.get(key + "subject", told),
                texts.get(key + "lead", told),
                texts.get(key + "link", told),
                installation.link(path),
                texts.get(key + "note", told));
    }

    /** As mail that nobody can unsubscribe from: about one's own account, or to one person once. */
    public Mail seal(String id, String to, Letter letter) {
        var html = new StringOutput();
        templates.render("platform/letter.jte", letter, html);
        return new Mail(
                id, to, letter.language(), letter.subject(), letter.text(), html.toString(), null);
    }
}
