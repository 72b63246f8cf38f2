package io.taros.privacy;

import io.taros.account.Account;
import io.taros.account.AccountRecords;
import io.taros.account.Accounts;
import io.taros.account.ClosedAccounts;
import io.taros.organization.Memberships;
import io.taros.platform.audit.Audit;
import io.taros.platform.erasure.ErasureJournal;
import io.taros.platform.mail.Letters;
import io.taros.platform.mail.MailRefused;
import io.taros.platform.mail.Mails;
import io.taros.platform.retention.KeptByLaw;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.OneAtATime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
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
    private final List<KeptByLaw> lasting;
    private final List<AccountRecords> records;
    private final Audit audit;
    private final Letters letters;
    private final Mails mails;
    private final OneAtATime turns;
    private final TransactionTemplate transactions;
    private final ErasureJournal journal;

    AccountErasure(
            Accounts accounts,
            ClosedAccounts closed,
            Memberships memberships,
            List<KeptByLaw> lasting,
            List<AccountRecords> records,
            Audit audit,
            Letters letters,
            Mails mails,
            OneAtATime turns,
            TransactionTemplate transactions,
            ErasureJournal journal) {
        this.lasting = lasting;
        this.records = records;
        this.journal = journal;
        this.transactions = transactions;
        this.turns = turns;
        this.accounts = accounts;
        this.closed = closed;
        this.memberships = memberships;
        this.audit = audit;
        this.letters = letters;
        this.mails = mails;
    }

    /**
     * @return false, with nothing done, while somebody else is at it
     */
    boolean run(Account.Id id) {
        return inTurn(id, () -> eraseAndTell(id)).isPresent();
    }

    /** What a backup brought back; whoever it is knows already. */
    boolean again(Account.Id id) {
        return inTurn(id, () -> erase(id)).orElse(false);
    }

    private Optional<Boolean> inTurn(Account.Id id, Supplier<Boolean> work) {
        return turns.run("erasure." + id, work);
    }

    private boolean eraseAndTell(Account.Id id) {
        var account = accounts.find(id);
        var wasThere = erase(id);
        if (wasThere) {
            account.ifPresent(this::tell);
        }
        return wasThere;
    }

    private boolean erase(Account.Id id) {
        memberships.endAll(id);
        lasting.forEach(some -> some.partFromAccount(id.value()));
        accounts.find(id).ifPresent(known -> records.forEach(some -> some.erase(known)));
        return Tenancy.callAs(
                OrganizationId.INSTALLATION,
                () ->
                        transactions.execute(status -> {
                            var wasThere = closed.erase(id);
                            if (wasThere) {
                                journal.add(ErasedAccounts.KIND, id);
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
