package io.taros.privacy;

import io.taros.account.Account;
import io.taros.organization.Member;
import io.taros.organization.Members;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who is told what becomes of the bound organization. */
@Component
public class Owners {
    private final Members members;

    Owners(Members members) {
        this.members = members;
    }

    public List<Account.Id> ids() {
        return members.list().stream()
                .filter(member -> member.role().isOwner())
                .map(Member::accountId)
                .toList();
    }
}
