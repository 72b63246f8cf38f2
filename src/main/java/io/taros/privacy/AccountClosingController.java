package io.taros.privacy;

import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.account.ClosedAccounts;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Detour;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.StepUp;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import io.taros.privacy.web.AccountClosedPage;
import io.taros.privacy.web.AccountClosingPage;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The end of one's own account; while it is closed, the only page of it. */
@Controller
@RequestMapping(AccountClosingController.HERE)
class AccountClosingController implements Detour {
    static final String HERE = "/account/closing";

    private final Accounts accounts;
    private final ClosedAccounts closed;
    private final CloseAccount closing;
    private final InstantSource clock;

    AccountClosingController(
            Accounts accounts, ClosedAccounts closed, CloseAccount closing, InstantSource clock) {
        this.accounts = accounts;
        this.closed = closed;
        this.closing = closing;
        this.clock = clock;
    }

    @Override
    public Optional<String> before(Caller caller, HttpServletRequest request) {
        return closed.find(idOf(caller)).map(_ -> HERE);
    }

    /** This page, and what it asks for before the last step. */
    @Override
    public boolean leavesOpen(String path) {
        return path.startsWith(HERE)
                || path.equals("/account/proof")
                || path.matches("/account/identities/[^/]+/proof");
    }

    @GetMapping
    @Requires(Permission.ACCOUNT)
    View page(Caller caller) {
        return page(caller, FormErrors.NONE);
    }

    @PostMapping
    @Requires(Permission.ACCOUNT)
    @StepUp
    View close(@RequestParam(defaultValue = "") String email, Caller caller) {
        try {
            closing.close(idOf(caller), email);
            return new Redirect(HERE);
        } catch (BadInput refused) {
            return page(caller, FormErrors.of(refused));
        }
    }

    @PostMapping("/reopening")
    @Requires(Permission.ACCOUNT)
    View reopen(Caller caller) {
        closing.reopen(idOf(caller));
        return new Redirect("/account");
    }

    @PostMapping("/erasure")
    @Requires(Permission.ACCOUNT)
    @StepUp
    View erase(@RequestParam(defaultValue = "") String email, Caller caller) {
        try {
            closing.eraseNow(idOf(caller), email);
            return new Redirect(HERE);
        } catch (BadInput refused) {
            return page(caller, FormErrors.of(refused));
        }
    }

    private View page(Caller caller, FormErrors errors) {
        var id = idOf(caller);
        var email = accounts.find(id).map(Account::email).orElse("");
        return closed.find(id)
                .<View>map(now ->
                        new AccountClosedPage(
                                email, now, !now.eraseAt().isAfter(clock.instant()), errors))
                .orElseGet(() ->
                        new AccountClosingPage(
                                email, Grace.TIME.toDays(), closing.hindrances(id), errors));
    }

    private static Account.Id idOf(Caller caller) {
        return new Account.Id(Objects.requireNonNull(caller.account()));
    }
}
