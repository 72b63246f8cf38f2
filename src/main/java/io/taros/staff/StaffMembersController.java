package io.taros.staff;

import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.account.SecondFactors;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.StaffRole;
import io.taros.platform.security.StepUp;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.NotFound;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import io.taros.staff.web.StaffMembersPage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Staff area: who is staff. */
@Controller
@RequestMapping("/staff/members")
class StaffMembersController {
    private static final String HERE = "/staff/members";

    private final StaffMembers staff;
    private final Accounts accounts;
    private final SecondFactors factors;

    StaffMembersController(StaffMembers staff, Accounts accounts, SecondFactors factors) {
        this.staff = staff;
        this.accounts = accounts;
        this.factors = factors;
    }

    @GetMapping
    @Requires(Permission.STAFF_MANAGE)
    StaffMembersPage page(Caller caller) {
        return page(caller, "", StaffRole.SUPPORT.name(), FormErrors.NONE);
    }

    /** Somebody who has an account here already; nobody becomes staff by an invitation. */
    @PostMapping
    @Requires(Permission.STAFF_MANAGE)
    @StepUp
    View add(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String role,
            Caller caller) {
        try {
            var account =
                    accounts.findByEmail(email)
                            .orElseThrow(() -> new BadInput("email", "staff.input.email"));
            if (staff.find(account.id()).isPresent()) {
                throw new BadInput("email", "staff.input.known");
            }
            staff.set(account.id(), role(role));
            return new Redirect(HERE);
        } catch (BadInput refused) {
            return page(caller, email, role, FormErrors.of(refused));
        }
    }

    @PostMapping("/{account}/role")
    @Requires(Permission.STAFF_MANAGE)
    @StepUp
    View change(
            @PathVariable UUID account,
            @RequestParam(defaultValue = "") String role,
            Caller caller) {
        var id = new Account.Id(account);
        if (staff.find(id).isEmpty()) {
            throw new NotFound();
        }
        try {
            staff.set(id, role(role));
            return new Redirect(HERE);
        } catch (Conflict last) {
            return page(caller, "", role, FormErrors.of(last.in("list")));
        } catch (BadInput refused) {
            return page(caller, "", role, FormErrors.of(refused));
        }
    }

    @PostMapping("/{account}/removal")
    @Requires(Permission.STAFF_MANAGE)
    @StepUp
    View remove(@PathVariable UUID account, Caller caller) {
        try {
            staff.remove(new Account.Id(account));
            return new Redirect(HERE);
        } catch (Conflict last) {
            return page(caller, "", StaffRole.SUPPORT.name(), FormErrors.of(last.in("list")));
        }
    }

    private StaffMembersPage page(Caller caller, String email, String role, FormErrors errors) {
        var list = staff.list();
        var people =
                accounts.findAll(list.stream().map(StaffMember::accountId).toList()).stream()
                        .collect(Collectors.toMap(Account::id, account -> account));
        var rows = new ArrayList<StaffMembersPage.Row>();
        for (var member : list) {
            var account = people.get(member.accountId());
            if (account != null) {
                var isSelf = account.id().value().equals(caller.account());
                rows.add(row(member, account, isSelf));
            }
        }
        return new StaffMembersPage(rows, email, role, errors);
    }

    private StaffMembersPage.Row row(StaffMember member, Account account, boolean isSelf) {
        return new StaffMembersPage.Row(
                account.id().value(),
                account.name(),
                account.email(),
                member.role(),
                member.addedAt(),
                factors.isOn(account.id()),
                isSelf);
    }

    private static StaffRole role(String name) {
        return Arrays.stream(StaffRole.values())
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadInput("role", "staff.input.role"));
    }
}
