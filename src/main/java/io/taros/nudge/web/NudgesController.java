package io.taros.nudge.web;

import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.nudge.Occasion;
import io.taros.nudge.WishList;
import io.taros.nudge.Wishes;
import io.taros.organization.Members;
import io.taros.organization.Organizations;
import io.taros.platform.mail.Mails;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/account/notifications")
class NudgesController {
    record Form(
            Wishes.@Nullable Way assigned,
            Wishes.@Nullable Way mentioned,
            Wishes.@Nullable Way waiting,
            Wishes.@Nullable Way replied,
            Wishes.@Nullable Pace digest,
            @Nullable String quietFrom,
            @Nullable String quietUntil) {
        private Wishes wishes() {
            return new Wishes(
                    way(assigned),
                    way(mentioned),
                    way(waiting),
                    way(replied),
                    pace(),
                    time("quietFrom", quietFrom),
                    time("quietUntil", quietUntil));
        }

        private NudgesPage.Draft draft() {
            return new NudgesPage.Draft(
                    Map.of(
                            Occasion.ASSIGNED, way(assigned),
                            Occasion.MENTIONED, way(mentioned),
                            Occasion.WAITING, way(waiting),
                            Occasion.REPLIED, way(replied)),
                    pace(),
                    quietFrom == null ? "" : quietFrom,
                    quietUntil == null ? "" : quietUntil);
        }

        private Wishes.Pace pace() {
            return digest == null ? Wishes.Pace.DAILY : digest;
        }

        private static Wishes.Way way(Wishes.@Nullable Way chosen) {
            return chosen == null ? Wishes.Way.NEVER : chosen;
        }

        private static @Nullable LocalTime time(String field, @Nullable String text) {
            try {
                return text == null || text.isBlank() ? null : LocalTime.parse(text.strip());
            } catch (DateTimeException e) {
                throw new BadInput(field, "nudge.input.time");
            }
        }
    }

    private final WishList wishes;
    private final Members members;
    private final Accounts accounts;
    private final Organizations organizations;
    private final Mails mails;

    NudgesController(
            WishList wishes,
            Members members,
            Accounts accounts,
            Organizations organizations,
            Mails mails) {
        this.wishes = wishes;
        this.members = members;
        this.accounts = accounts;
        this.organizations = organizations;
        this.mails = mails;
    }

    @GetMapping
    @Requires(Permission.ACCOUNT)
    NudgesPage page(Caller caller) {
        var member = idOf(caller);
        return page(
                caller,
                NudgesPage.Draft.of(isMember(caller) ? wishes.get(member) : Wishes.USUAL),
                FormErrors.NONE);
    }

    @PostMapping
    @Requires(Permission.ACCOUNT)
    View save(Form form, Caller caller) {
        try {
            var wanted = form.wishes();
            if (isMember(caller)) {
                wishes.set(idOf(caller), wanted);
            }
            return new Redirect("/account/notifications");
        } catch (BadInput refused) {
            return page(caller, form.draft(), FormErrors.of(refused));
        }
    }

    private NudgesPage page(Caller caller, NudgesPage.Draft draft, FormErrors errors) {
        var isMember = isMember(caller);
        return new NudgesPage(
                draft, isMember ? zone(caller).getId() : "", isMember, mails.isOn(), errors);
    }

    private ZoneId zone(Caller caller) {
        return accounts.findReader(idOf(caller))
                .map(Accounts.Reader::timeZone)
                .orElseGet(() -> organizations.get().timeZone());
    }

    private boolean isMember(Caller caller) {
        return caller.organization() != null && members.find(idOf(caller)).isPresent();
    }

    private static Account.Id idOf(Caller caller) {
        return new Account.Id(Objects.requireNonNull(caller.account(), "only people have one"));
    }
}
