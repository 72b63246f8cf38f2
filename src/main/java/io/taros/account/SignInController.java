package io.taros.account;

import io.taros.platform.security.Open;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
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
    private static final String WHY = "signing in needs nobody signed in";

    private final SignIn signIn;
    private final SecondStep secondStep;
    private final Entrance entrance;
    private final Sessions sessions;
    private final Accounts accounts;
    private final SignInPages pages;
    private final Suspicion suspicion;
    private final Puzzles puzzles;

    SignInController(
            SignIn signIn,
            SecondStep secondStep,
            Entrance entrance,
            Sessions sessions,
            Accounts accounts,
            SignInPages pages,
            Suspicion suspicion,
            Puzzles puzzles) {
        this.suspicion = suspicion;
        this.puzzles = puzzles;
        this.signIn = signIn;
        this.secondStep = secondStep;
        this.entrance = entrance;
        this.sessions = sessions;
        this.accounts = accounts;
        this.pages = pages;
    }

    @GetMapping("/sign-in")
    @Open(WHY)
    View page(HttpServletRequest request) {
        if (sessions.account(request).isPresent()) {
            return new Redirect("/");
        }
        return accounts.areThereAny()
                ? pages.first("", FormErrors.NONE, request)
                : new Redirect("/welcome");
    }

    @PostMapping("/sign-in")
    @Open(WHY)
    View signIn(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String solution,
            HttpServletRequest request,
            HttpServletResponse response) {
        var known = signIn.count(email, request);
        if (suspicion.isRaised(email, request) && !puzzles.isSolved(solution, request)) {
            return refused(email, "account.sign-in.puzzle", request);
        }
        var account = signIn.with(known, password);
        if (account.isEmpty()) {
            suspicion.failed(email, request);
            return refused(email, "account.sign-in.refused", request);
        }
        return entrance.admit(request, response, account.get(), Way.PASSWORD);
    }

    @GetMapping("/sign-in/code")
    @Open(WHY)
    View code(HttpServletRequest request) {
        return sessions.halfway(request)
                .<View>map(account -> pages.second(account, FormErrors.NONE))
                .orElseGet(() -> new Redirect("/sign-in"));
    }

    @PostMapping("/sign-in/code")
    @Open(WHY)
    View code(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        var account = sessions.halfway(request);
        if (account.isEmpty()) {
            return new Redirect("/sign-in");
        }
        return secondStep.isTaken(account.get(), code)
                ? entrance.open(
                        request,
                        response,
                        account.get(),
                        sessions.way(request).orElse(Way.PASSWORD))
                : pages.second(account.get(), FormErrors.NONE.text("code", "account.code.wrong"));
    }

    @PostMapping("/sign-out")
    @Requires(Permission.ACCOUNT)
    View signOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request);
        // Ending the session takes its cookie away. That of the device stays: it opens nothing, and
        // without it every sign-in would look like one from a new browser.
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        return new Redirect("/sign-in");
    }

    private View refused(String email, String key, HttpServletRequest request) {
        return pages.first(email, FormErrors.NONE.text("form", key), request);
    }
}
