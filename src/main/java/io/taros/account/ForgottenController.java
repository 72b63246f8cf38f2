package io.taros.account;

import io.taros.account.web.ForgottenPage;
import io.taros.account.web.NoticePage;
import io.taros.account.web.NoticePage.Notice;
import io.taros.account.web.ResetPage;
import io.taros.platform.mail.Mails;
import io.taros.platform.security.Open;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.ClientAddress;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import io.taros.platform.web.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Answers the same whether an address is known or not. */
@Controller
class ForgottenController {
    private static final String WHY = "whoever forgot the password cannot be signed in";

    private final ResetPassword reset;
    private final Mails mails;
    private final RateLimits limits;
    private final ClientAddress address;
    private final LinkPages linkPages;

    ForgottenController(
            ResetPassword reset,
            Mails mails,
            RateLimits limits,
            ClientAddress address,
            LinkPages linkPages) {
        this.reset = reset;
        this.mails = mails;
        this.limits = limits;
        this.address = address;
        this.linkPages = linkPages;
    }

    @GetMapping("/forgotten")
    @Open(WHY)
    View page() {
        return mails.isOn()
                ? new ForgottenPage("", FormErrors.NONE)
                : new NoticePage(Notice.NO_MAIL);
    }

    @PostMapping("/forgotten")
    @Open(WHY)
    View send(@RequestParam(defaultValue = "") String email, HttpServletRequest request) {
        try {
            var asked = NewAccount.address(email);
            limits.take(Limit.MAIL_ADDRESS, address.key(request));
            limits.take(Limit.MAIL_EMAIL, SignIn.keyOf(asked));
            reset.ask(asked);
            return new NoticePage(Notice.RESET_SENT);
        } catch (BadInput refused) {
            return new ForgottenPage(email, FormErrors.of(refused));
        }
    }

    @GetMapping("/reset")
    @Open(WHY)
    View reset(
            @RequestParam(defaultValue = "") String token,
            HttpServletRequest request,
            HttpServletResponse response) {
        linkPages.guard(request, response);
        return reset.find(token).isPresent()
                ? new ResetPage(token, FormErrors.NONE)
                : new NoticePage(Notice.LINK_DEAD);
    }

    @PostMapping("/reset")
    @Open(WHY)
    View reset(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        linkPages.guard(request, response);
        try {
            return new NoticePage(
                    reset.reset(token, password) ? Notice.RESET_DONE : Notice.LINK_DEAD);
        } catch (BadInput refused) {
            return new ResetPage(token, FormErrors.of(refused));
        }
    }
}
