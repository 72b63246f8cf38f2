package io.taros.account;

import io.taros.account.web.SignInPage;
import io.taros.platform.security.Open;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.ClientAddress;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SignInController {
    private final SignIn signIn;
    private final Sessions sessions;
    private final Accounts accounts;
    private final ClientAddress address;

    SignInController(SignIn signIn, Sessions sessions, Accounts accounts, ClientAddress address) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.accounts = accounts;
        this.address = address;
    }

    @GetMapping("/sign-in")
    @Open("signing in needs nobody signed in")
    View page(HttpServletRequest request) {
        if (sessions.account(request).isPresent()) {
            return new Redirect("/");
        }
        return accounts.areThereAny()
                ? new SignInPage("", FormErrors.NONE)
                : new Redirect("/welcome");
    }

    @PostMapping("/sign-in")
    @Open("signing in needs nobody signed in")
    View signIn(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request) {
        var account = signIn.with(email, password, address.key(request));
        if (account.isEmpty()) {
            return new SignInPage(email, FormErrors.NONE.text("form", "account.sign-in.refused"));
        }
        sessions.start(request, account.get());
        return new Redirect("/");
    }

    @PostMapping("/sign-out")
    @Requires(Permission.ACCOUNT)
    View signOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request);
        response.setHeader("Clear-Site-Data", "\"cookies\", \"storage\"");
        return new Redirect("/sign-in");
    }
}
