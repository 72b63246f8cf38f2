package io.taros.account;

import io.taros.account.Arrive.Purpose;
import io.taros.account.web.LinkPage;
import io.taros.account.web.NoticePage;
import io.taros.account.web.NoticePage.Notice;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.StepUp;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Which providers open one's account. Nothing is linked before its owner has seen what, and pressed
 * a button of ours: a browser that was sent here links nothing by itself.
 */
@Controller
@RequestMapping("/account/identities")
class IdentitiesController {
    private final GoToProvider go;
    private final Arrivals arrivals;
    private final ChangeIdentities change;
    private final SignInProviders providers;

    IdentitiesController(
            GoToProvider go,
            Arrivals arrivals,
            ChangeIdentities change,
            SignInProviders providers) {
        this.go = go;
        this.arrivals = arrivals;
        this.change = change;
        this.providers = providers;
    }

    @GetMapping("/{provider}/link")
    @Requires(Permission.ACCOUNT)
    @Nullable View link(
            @PathVariable String provider,
            HttpServletRequest request,
            HttpServletResponse response) {
        return go.go(provider, Purpose.LINK, "", request, response);
    }

    @GetMapping("/{provider}/proof")
    @Requires(Permission.ACCOUNT)
    @Nullable View prove(
            @PathVariable String provider,
            HttpServletRequest request,
            HttpServletResponse response) {
        return go.go(provider, Purpose.PROVE, "", request, response);
    }

    @GetMapping("/arrival")
    @Requires(Permission.ACCOUNT)
    View page(HttpServletRequest request) {
        return arrivals.find(request)
                .<View>map(arrival ->
                        new LinkPage(
                                providers.nameOf(arrival.provider()),
                                Identities.label(arrival.identity())))
                .orElseGet(() -> new Redirect("/account/security"));
    }

    @PostMapping
    @Requires(Permission.ACCOUNT)
    @StepUp
    View add(Caller caller, HttpServletRequest request) {
        var arrival = arrivals.find(request);
        if (arrival.isEmpty()) {
            return new NoticePage(Notice.IDENTITY_NOT_ASKED);
        }
        arrivals.forget(request);
        return change.link(idOf(caller), arrival.get())
                ? new Redirect("/account/security")
                : new NoticePage(Notice.IDENTITY_TAKEN);
    }

    @PostMapping("/removal")
    @Requires(Permission.ACCOUNT)
    @StepUp
    View remove(@RequestParam(defaultValue = "") String provider, Caller caller) {
        change.unlink(idOf(caller), provider);
        return new Redirect("/account/security");
    }

    private static Account.Id idOf(Caller caller) {
        return new Account.Id(Objects.requireNonNull(caller.account()));
    }
}
