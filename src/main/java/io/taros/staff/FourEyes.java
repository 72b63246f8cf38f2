package io.taros.staff;

import io.taros.account.Account;
import io.taros.account.SamePerson;
import io.taros.staff.web.AccessRow.Eyes;
import org.springframework.stereotype.Component;

/** Whose eyes would see an emergency, if somebody decided about it. */
@Component
class FourEyes {
    private final SamePerson samePerson;

    FourEyes(SamePerson samePerson) {
        this.samePerson = samePerson;
    }

    Eyes of(StaffAccess asked, Account.Id decider) {
        var asker = asked.accountId();
        if (asker == null) {
            return Eyes.OTHERS;
        }
        if (asker.equals(decider)) {
            return Eyes.OWN;
        }
        return samePerson
                .find(asker, decider)
                .map(sign ->
                        switch (sign) {
                            case MAILBOX -> Eyes.MAILBOX;
                            case BROWSER -> Eyes.BROWSER;
                        })
                .orElse(Eyes.OTHERS);
    }
}
