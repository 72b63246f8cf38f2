package io.taros.nudge.web;

import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.nudge.PushDevices;
import io.taros.nudge.PushKeys;
import io.taros.nudge.WishList;
import io.taros.nudge.Wishes;
import io.taros.organization.Members;
import io.taros.organization.Organizations;
import io.taros.platform.mail.Mails;
import io.taros.platform.security.Caller;
import io.taros.platform.web.FormErrors;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Puts the page together on which somebody says what they want to be told. */
@Component
class NudgesPages {
    private final WishList wishes;
    private final PushDevices devices;
    private final PushKeys keys;
    private final Members members;
    private final Accounts accounts;
    private final Organizations organizations;
    private final Mails mails;

    NudgesPages(
            WishList wishes,
            PushDevices devices,
            PushKeys keys,
            Members members,
            Accounts accounts,
            Organizations organizations,
            Mails mails) {
        this.wishes = wishes;
        this.devices = devices;
        this.keys = keys;
        this.members = members;
        this.accounts = accounts;
        this.organizations = organizations;
        this.mails = mails;
    }

    static Account.Id idOf(Caller caller) {
        return new Account.Id(Objects.requireNonNull(caller.account(), "only people have one"));
    }

    boolean isMember(Caller caller) {
        return caller.organization() != null && members.find(idOf(caller)).isPresent();
    }

    NudgesPage page(Caller caller, FormErrors errors) {
        return page(
                caller,
                NudgesPage.Draft.of(isMember(caller) ? wishes.get(idOf(caller)) : Wishes.USUAL),
                errors);
    }

    NudgesPage page(Caller caller, NudgesPage.Draft draft, FormErrors errors) {
        return isMember(caller)
                ? new NudgesPage(
                        draft, zone(caller), true, mails.isOn(), devices(idOf(caller)), errors)
                : new NudgesPage(draft, "", false, mails.isOn(), NudgesPage.Devices.NONE, errors);
    }

    private String zone(Caller caller) {
        return accounts.findReader(idOf(caller))
                .map(Accounts.Reader::timeZone)
                .orElseGet(() -> organizations.get().timeZone())
                .getId();
    }

    private NudgesPage.Devices devices(Account.Id member) {
        return new NudgesPage.Devices(keys.publicKey(), devices.list(member));
    }
}
