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
    private final Accounts accounts;

    AccountMails(Letters letters, Branding branding, Accounts accounts) {
        this.accounts = accounts;
        this.branding = branding;
        this.letters = letters;
    }

    Mail write(Content content) {
        return letters.seal(
                "account." + UUID.randomUUID(),
                content.email(),
                letters.letter(
                        brand(content),
                        "account.mail." + content.letter().name() + ".",
                        Locale.forLanguageTag(content.locale()),
                        content.path(),
                        content.told().toArray()));
    }

    private Brand brand(Content content) {
        var account = content.account();
        if (account == null) {
            return Brand.OWN;
        }
        var brand = branding.ofAccount(account.value());
        return provesAddress(content.letter(), account) ? brand.withoutDomain() : brand;
    }

    /** Whether the link counts as proof that its reader reads the mail at an address. */
    private boolean provesAddress(Letter letter, Account.Id account) {
        return letter == Letter.NEW_ADDRESS
                || (letter == Letter.RESET && !accounts.isAddressProven(account));
    }
}
