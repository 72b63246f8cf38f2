package io.taros.account;

import io.taros.account.AccountChanged.What;
import io.taros.account.AccountLinks.Purpose;
import io.taros.platform.jobs.Jobs;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** For those who forgot it: a link to the address, and a new password for whoever follows it. */
@Component
class ResetPassword {
    private final Accounts accounts;
    private final AccountLinks links;
    private final PasswordRules rules;
    private final ReplacePassword replace;
    private final Jobs jobs;

    ResetPassword(
            Accounts accounts,
            AccountLinks links,
            PasswordRules rules,
            ReplacePassword replace,
            Jobs jobs) {
        this.accounts = accounts;
        this.links = links;
        this.rules = rules;
        this.replace = replace;
        this.jobs = jobs;
    }

    /** For an unknown address a job is made, too; it ends without a mail. */
    void ask(String email) {
        var subject = accounts.findByEmail(email.strip()).map(known -> known.id().value());
        jobs.enqueue(new SendLetter(Letter.RESET, subject.orElse(null)));
    }

    Optional<Account> find(String token) {
        return links.find(Purpose.RESET, token).map(Account.Id::new).flatMap(accounts::find);
    }

    /** False if the link was good for nothing any more. */
    boolean reset(String token, String password) {
        var account = find(token);
        if (account.isEmpty()) {
            return false;
        }
        rules.check(password, account.get().email(), account.get().name());
        if (links.useUp(Purpose.RESET, token).isEmpty()) {
            return false;
        }
        replace.replace(account.get().id(), password, What.PASSWORD_RESET);
        accounts.prove(account.get().id());
        return true;
    }
}
