package io.taros.platform.mail;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.taros.platform.web.Brand;
import io.taros.platform.web.Branding;
import io.taros.platform.web.Texts;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Writes short mails in the language of their reader. Their texts lie below one key: {@code
 * subject}, {@code lead}, {@code link} and {@code note}.
 */
@Component
public class Letters {
    private static final int BRAND = 9;

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "io.taros.jte");
    private final Branding branding;
    private final MessageSource messages;

    Letters(Branding branding, MessageSource messages) {
        this.branding = branding;
        this.messages = messages;
    }

    /** In the name of the bound organization's brand. */
    public Letter letter(String key, Locale language, String path, Object... told) {
        return letter(branding.here(), key, language, path, told);
    }

    /**
     * @param key of the texts, with the dot at its end
     * @param path what the link opens
     * @param told what the texts leave open; whatever there is of it, <code>{9}</code> is the name
     *     of the brand
     */
    public Letter letter(Brand brand, String key, Locale language, String path, Object... told) {
        var texts = new Texts(messages, language);
        var all = Arrays.copyOf(told, BRAND + 1);
        all[BRAND] = brand.name();
        return new Letter(
                texts.locale(),
                texts.get(key + "subject", all),
                texts.get(key + "lead", all),
                texts.get(key + "link", all),
                branding.link(brand, path),
                texts.get(key + "note", all),
                brand);
    }

    /** As mail that nobody can unsubscribe from: about one's own account, or to one person once. */
    public Mail seal(String id, String to, Letter letter) {
        var html = new StringOutput();
        templates.render("platform/letter.jte", letter, html);
        return new Mail(
                id,
                to,
                letter.language(),
                letter.subject(),
                letter.text(),
                html.toString(),
                null,
                letter.brand().sender());
    }
}
