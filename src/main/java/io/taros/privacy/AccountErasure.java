package io.taros.privacy;

import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.account.ClosedAccounts;
import io.taros.organization.Memberships;
import io.taros.platform.audit.Audit;
import io.taros.platform.mail.Letters;
import io.taros.platform.mail.MailRefused;
import io.taros.platform.mail.Mails;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes out everything that names somebody with an account, and tells them. */
@Component
class AccountErasure {
    private static final Logger LOG = LoggerFactory.getLogger(AccountErasure.class);

    private final Accounts accounts;
    private final ClosedAccounts closed;
    private final Memberships memberships;
    private final Audit audit;
    private final Letters letters;
    private final Mails mails;
    private final TransactionTemplate transactions;

    AccountErasure(
            Accounts accounts,
            ClosedAccounts closed,
            Memberships memberships,
            Audit audit,
            Letters letters,
            Mails mails,
            TransactionTemplate transactions) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.closed = closed;
        this.memberships = memberships;
        this.audit = audit;
        this.letters = letters;
        this.mails = mails;
    }

    void run(Account.Id id) {
        var account = accounts.find(id);
        memberships.endAll(id);
        if (erase(id)) {
            account.ifPresent(this::tell);
        }
    }

    private boolean erase(Account.Id id) {
        return Tenancy.callAs(
                OrganizationId.INSTALLATION,
                () ->
                        transactions.execute(status -> {
                            var wasThere = closed.erase(id);
                            if (wasThere) {
                                audit.record(PrivacyAction.ACCOUNT_ERASED, id);
                            }
                            return wasThere;
                        }));
    }

    /** Once: the address is known no longer, and nothing of it waits for another attempt. */
    private void tell(Account gone) {
        if (!mails.isOn()) {
            return;
        }
        try {
            mails.send(
                    letters.seal(
                            "erased." + gone.id(),
                            gone.email(),
                            letters.letter(
                                    "privacy.mail.account.erased.",
                                    Locale.forLanguageTag(gone.locale()),
                                    "/",
                                    gone.name())));
        } catch (MailRefused refused) {
            LOG.warn(
                    "Account {} is erased and could not be told: {}",
                    gone.id(),
                    refused.getMessage());
        }
    }
}
