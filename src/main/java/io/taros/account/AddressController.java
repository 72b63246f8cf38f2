package io.taros.account;

import io.taros.account.AccountLinks.Purpose;
import io.taros.account.web.AddressPage;
import io.taros.account.web.AddressPage.Proof;
import io.taros.account.web.NoticePage;
import io.taros.account.web.NoticePage.Notice;
import io.taros.platform.security.Open;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The links that confirm another address and take it back. */
@Controller
@RequestMapping("/account-address")
class AddressController {
    private static final String WHY =
            "guarded by a link in a mail, which is read where nobody may be signed in";

    private final ChangeAddress change;
    private final LinkPages linkPages;
    private final Sessions sessions;

    AddressController(ChangeAddress change, LinkPages linkPages, Sessions sessions) {
        this.sessions = sessions;
        this.change = change;
        this.linkPages = linkPages;
    }

    @GetMapping
    @Open(WHY)
    View page(
            @RequestParam(defaultValue = "") String token,
            HttpServletRequest request,
            HttpServletResponse response) {
        linkPages.guard(request, response);
        return change.find(Purpose.NEW_ADDRESS, token)
                .<View>map(found -> page(token, found, request, FormErrors.NONE))
                .orElse(new NoticePage(Notice.LINK_DEAD));
    }

    /**
     * The link proves the address, the session or the password that the account is the reader's
     * own: otherwise somebody could move their account to a stranger's address, wait for the
     * stranger's click, and have a key to what the stranger does with it.
     */
    @PostMapping
    @Open(WHY)
    View confirm(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        linkPages.guard(request, response);
        var found = change.find(Purpose.NEW_ADDRESS, token);
        if (found.isPresent()
                && !isSignedIn(found.get(), request)
                && !change.isProven(found.get(), password)) {
            var wrong = FormErrors.NONE.text("password", "account.address.confirm.wrong");
            return page(token, found.get(), request, wrong);
        }
        return new NoticePage(
                change.confirm(token).isPresent() ? Notice.ADDRESS_CHANGED : Notice.LINK_DEAD);
    }

    @GetMapping("/undo")
    @Open(WHY)
    View undoPage(
            @RequestParam(defaultValue = "") String token,
            HttpServletRequest request,
            HttpServletResponse response) {
        linkPages.guard(request, response);
        return change.find(Purpose.UNDO_ADDRESS, token)
                .<View>map(found ->
                        new AddressPage(token, found.oldEmail(), true, Proof.NONE, FormErrors.NONE))
                .orElse(new NoticePage(Notice.LINK_DEAD));
    }

    @PostMapping("/undo")
    @Open(WHY)
    View undo(
            @RequestParam(defaultValue = "") String token,
            HttpServletRequest request,
            HttpServletResponse response) {
        linkPages.guard(request, response);
        return new NoticePage(
                change.undo(token).isPresent() ? Notice.ADDRESS_RESTORED : Notice.LINK_DEAD);
    }

    private AddressPage page(
            String token,
            AddressChanges.Change change,
            HttpServletRequest request,
            FormErrors errors) {
        var proof = isSignedIn(change, request) ? Proof.NONE : Proof.PASSWORD;
        return new AddressPage(token, change.newEmail(), false, proof, errors);
    }

    private boolean isSignedIn(AddressChanges.Change change, HttpServletRequest request) {
        return sessions.account(request).filter(change.accountId()::equals).isPresent();
    }
}
