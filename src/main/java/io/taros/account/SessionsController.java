package io.taros.account;

import io.taros.account.AccountChanged.What;
import io.taros.account.web.SessionsPage;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where one is signed in. */
@Controller
@RequestMapping("/account/sessions")
class SessionsController {
    private final Sessions sessions;
    private final ApplicationEventPublisher events;

    SessionsController(Sessions sessions, ApplicationEventPublisher events) {
        this.sessions = sessions;
        this.events = events;
    }

    @GetMapping
    @Requires(Permission.ACCOUNT)
    View page(Caller caller, HttpServletRequest request) {
        return new SessionsPage(sessions.list(idOf(caller), request));
    }

    @PostMapping("/{handle}/end")
    @Requires(Permission.ACCOUNT)
    View end(@PathVariable UUID handle, Caller caller) {
        sessions.end(idOf(caller), handle);
        return new Redirect("/account/sessions");
    }

    @PostMapping("/end-others")
    @Requires(Permission.ACCOUNT)
    View endOthers(Caller caller, HttpServletRequest request) {
        var id = idOf(caller);
        sessions.endOthers(id, request);
        events.publishEvent(new AccountChanged(id, What.SESSIONS_ENDED));
        return new Redirect("/account/sessions");
    }

    private static Account.Id idOf(Caller caller) {
        return new Account.Id(Objects.requireNonNull(caller.account()));
    }
}
