package io.taros.nudge;

import io.taros.account.Account;
import io.taros.account.MailingList;
import org.springframework.stereotype.Component;

/** The mails about what concerns a member; one click ends them all. */
@Component
class NudgeList implements MailingList {
    private final WishList wishes;

    NudgeList(WishList wishes) {
        this.wishes = wishes;
    }

    @Override
    public String name() {
        return "nudges";
    }

    @Override
    public void leave(Account.Id reader) {
        wishes.set(reader, wishes.get(reader).silent());
    }
}
