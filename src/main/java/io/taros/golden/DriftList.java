package io.taros.golden;

import io.taros.account.Account;
import io.taros.account.MailingList;
import io.taros.organization.Members;
import org.springframework.stereotype.Component;

/** The mails about what drifted at night. */
@Component
class DriftList implements MailingList {
    private final Notices notices;
    private final Members members;

    DriftList(Notices notices, Members members) {
        this.notices = notices;
        this.members = members;
    }

    @Override
    public String name() {
        return "golden-night";
    }

    @Override
    public void leave(Account.Id reader) {
        if (members.find(reader).isPresent()) {
            notices.set(reader, false);
        }
    }
}
