package io.taros.account;

import io.taros.platform.mail.Letters;
import io.taros.platform.mail.Mail;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
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

    private final Letters letters;

    AccountMails(Letters letters) {
        this.letters = letters;
    }

    Mail write(Content content) {
        return letters.seal(
                "account." + UUID.randomUUID(),
                content.email(),
                letters.letter(
                        "account.mail." + content.letter().name() + ".",
                        Locale.forLanguageTag(content.locale()),
                        content.path(),
                        content.told().toArray()));
    }
}
