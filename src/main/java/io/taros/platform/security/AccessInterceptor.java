package io.taros.platform.security;

import io.taros.platform.web.ClientAddress;
import io.taros.platform.web.Forbidden;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import io.taros.platform.web.SignInNeeded;
import io.taros.platform.web.ViewRenderer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Holds every route to what it declares. A route of ours that declares nothing is refused, whoever
 * asks.
 */
@Component
public class AccessInterceptor implements HandlerInterceptor {
    private final RateLimits limits;
    private final ClientAddress addresses;
    private final Proof proof;
    private final List<Detour> detours;
    private final ViewRenderer views;

    private final ApplicationEventPublisher events;
    private final Admission admission;
    private final TransactionTemplate reading;

    AccessInterceptor(
            RateLimits limits,
            ClientAddress addresses,
            Proof proof,
            List<Detour> detours,
            ViewRenderer views,
            ApplicationEventPublisher events,
            Admission admission,
            PlatformTransactionManager transactions) {
        reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        this.events = events;
        this.admission = admission;
        this.limits = limits;
        this.addresses = addresses;
        this.proof = proof;
        this.detours = List.copyOf(detours);
        this.views = views;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method) || !isOurs(method)) {
            return true;
        }
        var caller = TenancyFilter.callerOf(request);
        if (caller == null || caller.isVisitor()) {
            count(request);
        }
        if (caller != null && caller.isVisitor()) {
            admit(caller, Surface.of(request));
        }
        if (method.hasMethodAnnotation(Open.class)) {
            return true;
        }
        if (caller == null) {
            throw new SignInNeeded();
        }
        if (caller.apiKey() != null) {
            limits.take(Limit.API, caller.apiKey().toString());
            admit(caller, Surface.API);
        }
        var requires = method.getMethodAnnotation(Requires.class);
        if (requires == null) {
            throw new Forbidden();
        }
        if (!caller.may(requires.value())) {
            events.publishEvent(new AccessRefused(caller, routeOf(request), requires.value()));
            throw new Forbidden();
        }
        detour(caller, request);
        if (method.hasMethodAnnotation(StepUp.class) && !proof.isFresh(request)) {
            views.write(proof.ask(request), request, response);
            return false;
        }
        return true;
    }

    /** The visitor channel answers for itself, with what a foreign page must see to understand. */
    private void admit(Caller caller, Surface surface) {
        var organization = caller.organization();
        if (organization != null && surface != Surface.VISITOR) {
            admission
                    .refusal(organization, surface)
                    .ifPresent(refusal -> {
                        throw refusal;
                    });
        }
    }

    private static String routeOf(HttpServletRequest request) {
        return request.getMethod()
                + " "
                + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    }

    private void detour(Caller caller, HttpServletRequest request) {
        var path = request.getRequestURI();
        if (caller.account() == null || path.equals("/sign-out")) {
            return;
        }
        // In one transaction: what they ask is a row each, and each would begin and end its own.
        reading.execute(_ -> first(caller, request, path))
                .ifPresent(detour -> {
                    throw new DetourNeeded(detour);
                });
    }

    private Optional<String> first(Caller caller, HttpServletRequest request, String path) {
        return detours.stream()
                .filter(detour -> !detour.leavesOpen(path))
                .flatMap(detour -> detour.before(caller, request).stream())
                .findFirst();
    }

    /** The visitor channel counts for itself, in more ways than one. */
    private void count(HttpServletRequest request) {
        switch (Surface.of(request)) {
            case API -> limits.take(Limit.STRANGER, addresses.key(request));
            case PAGES -> limits.take(Limit.PAGE, addresses.key(request));
            case VISITOR, STATUS, FILES -> {}
        }
    }

    private static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith("io.taros");
    }
}
