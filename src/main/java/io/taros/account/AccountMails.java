package io.taros.account;

import io.taros.platform.mail.Letters;
import io.taros.platform.mail.Mail;
import io.taros.platform.web.Brand;
import io.taros.platform.web.Branding;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the mails about an account, in the language of their reader. */
@Component
class AccountMails {
    /**
     * @param email the reader's
     * @param path what the link of the mail opens
     * @param told what the texts leave open
     * @param account absent while there is none
     */
    record Content(
            Letter letter,
            String email,
            String locale,
            String path,
            List<Object> told,
            Account.@Nullable Id account) {
        Content {
            told = List.copyOf(told);
        }
    }

    private final Letters letters;
    private final Branding branding;

    AccountMails(Letters letters, Branding branding) {
        this.branding = branding;
        this.letters = letters;
    }

    Mail write(Content content) {
        return letters.seal(
                "account." + UUID.randomUUID(),
                content.email(),
                letters.letter(
                        brand(content.account()),
                        "account.mail." + content.letter().name() + ".",
                        Locale.forLanguageTag(content.locale()),
                        content.path(),
                        content.told().toArray()));
    }

    private Brand brand(Account.@Nullable Id account) {
        return account == null ? Brand.OWN : branding.ofAccount(account.value());
    }
}
