package io.taros.account;

import io.taros.account.Consents.Entry;
import io.taros.account.Consents.Kind;
import org.springframework.stereotype.Component;

/** Mail that nobody needs: only for whoever said yes twice (P-20). */
@Component
class News implements MailingList {
    private final Accounts accounts;
    private final Consents consents;
    private final AccountSettings settings;

    News(Accounts accounts, Consents consents, AccountSettings settings) {
        this.accounts = accounts;
        this.consents = consents;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "news";
    }

    @Override
    public void leave(Account.Id reader) {
        accounts.find(reader)
                .filter(_ -> consents.isMarketingWanted(reader))
                .ifPresent(account ->
                        consents.add(
                                reader,
                                new Entry(
                                        Kind.MARKETING,
                                        false,
                                        settings.textsVersion(),
                                        account.locale(),
                                        "unsubscribe")));
    }
}
