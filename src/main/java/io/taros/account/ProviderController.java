package io.taros.account;

import io.taros.account.Arrive.Purpose;
import io.taros.account.web.GoOnPage;
import io.taros.account.web.IdentityPage;
import io.taros.account.web.NoticePage;
import io.taros.account.web.NoticePage.Notice;
import io.taros.platform.identity.AskIdentity;
import io.taros.platform.identity.AskedIdentity;
import io.taros.platform.security.Open;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Branding;
import io.taros.platform.web.ClientAddress;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in, and getting an account, by somebody who knows who one is. */
@Controller
@RequestMapping("/sign-in")
class ProviderController {
    private static final String WHY = "signing in needs nobody signed in";

    /**
     * @param age the statement to be 16 or older
     * @param texts agreement to terms and privacy policy, where they are asked for
     */
    record Form(@Nullable String name, @Nullable Boolean age, @Nullable Boolean texts) {
        FormErrors missing(boolean needsTexts) {
            var errors = FormErrors.NONE.required("name", name);
            if (!Boolean.TRUE.equals(age)) {
                errors = errors.text("age", "account.age.needed");
            }
            return needsTexts && !Boolean.TRUE.equals(texts)
                    ? errors.text("texts", "account.texts.needed")
                    : errors;
        }
    }

    private final GoToProvider go;
    private final AskIdentity ask;
    private final SignInProviders providers;
    private final Arrive arrive;
    private final Arrivals arrivals;
    private final OpenByIdentity open;
    private final Sessions sessions;
    private final Accounts accounts;
    private final AccountSettings settings;
    private final Branding branding;
    private final RateLimits limits;
    private final ClientAddress address;

    ProviderController(
            GoToProvider go,
            AskIdentity ask,
            SignInProviders providers,
            Arrive arrive,
            Arrivals arrivals,
            OpenByIdentity open,
            Sessions sessions,
            Accounts accounts,
            AccountSettings settings,
            Branding branding,
            RateLimits limits,
            ClientAddress address) {
        this.branding = branding;
        this.limits = limits;
        this.address = address;
        this.go = go;
        this.ask = ask;
        this.providers = providers;
        this.arrive = arrive;
        this.arrivals = arrivals;
        this.open = open;
        this.sessions = sessions;
        this.accounts = accounts;
        this.settings = settings;
    }

    /**
     * Any page can lead a browser here, and an organization's own provider may name whomever it
     * likes without asking anybody. So that nobody works in an account that is not theirs and does
     * not notice, they go there, and away from the account they are in, by a button alone.
     */
    @GetMapping("/with/{provider}")
    @Open(WHY)
    @Nullable View go(
            @PathVariable String provider,
            @RequestParam(defaultValue = "") String invitation,
            HttpServletRequest request,
            HttpServletResponse response) {
        LinkPages.hide(response);
        if (branding.isElsewhere(request)) {
            return go.goHome(provider, invitation, response);
        }
        limits.take(Limit.SIGN_IN_ADDRESS, address.key(request));
        var present = sessions.account(request).flatMap(accounts::find).map(Account::email);
        if (providers.isCommon(provider) && present.isEmpty()) {
            return go.go(provider, Purpose.SIGN_IN, invitation, request, response);
        }
        return new GoOnPage(
                providers.get(provider, Purpose.SIGN_IN).key(),
                providers.nameOf(provider),
                invitation,
                present.orElse(null));
    }

    @PostMapping("/with/{provider}")
    @Open(WHY)
    View goOn(
            @PathVariable String provider,
            @RequestParam(defaultValue = "") String invitation,
            HttpServletRequest request,
            HttpServletResponse response) {
        limits.take(Limit.SIGN_IN_ADDRESS, address.key(request));
        return go.lead(provider, invitation, request, response);
    }

    @GetMapping("/with/{provider}/answer")
    @Open(WHY)
    View answer(
            @PathVariable String provider,
            HttpServletRequest request,
            HttpServletResponse response) {
        LinkPages.hide(response);
        var asked = providers.get(provider);
        return switch (ask.finish(request, response, asked)) {
            case AskedIdentity.Refused refused when purpose(refused.kept()) == Purpose.TRY ->
                    arrive.tried(
                            provider,
                            new SingleSignOn.Trial(Optional.empty(), refused.error()),
                            request);
            case AskedIdentity.Refused refused -> new NoticePage(noticeOf(refused.reason()));
            case AskedIdentity.Proven(var identity, var kept) ->
                    arrive.with(
                            Arrival.from(asked, identity, kept.get(GoToProvider.INVITATION)),
                            purpose(kept),
                            request,
                            response);
        };
    }

    private static Purpose purpose(Map<String, String> kept) {
        return Purpose.valueOf(kept.getOrDefault(GoToProvider.PURPOSE, Purpose.SIGN_IN.name()));
    }

    @GetMapping("/identity")
    @Open(WHY)
    View page(HttpServletRequest request) {
        return arrivals.find(request)
                .<View>map(arrival -> page(arrival, arrival.identity().name(), FormErrors.NONE))
                .orElseGet(() -> new Redirect("/sign-in"));
    }

    @PostMapping("/identity")
    @Open(WHY)
    View open(Form form, HttpServletRequest request, HttpServletResponse response) {
        var arrival = arrivals.find(request);
        if (arrival.isEmpty() || !open.isAllowed(arrival.get())) {
            return new NoticePage(Notice.IDENTITY_NOT_ASKED);
        }
        var name = form.name() == null ? "" : form.name();
        var missing = form.missing(settings.areThereTexts());
        if (!missing.isEmpty()) {
            return page(arrival.get(), name, missing);
        }
        try {
            var account = open.open(arrival.get(), name, Language.of(request));
            return account.isPresent()
                    ? arrive.enter(account.get(), arrival.get(), request, response)
                    : new NoticePage(Notice.IDENTITY_NOT_ASKED);
        } catch (BadInput refused) {
            return page(arrival.get(), name, FormErrors.of(refused));
        } catch (Conflict taken) {
            // Somebody made an account with this address a moment ago.
            return new NoticePage(Notice.IDENTITY_KNOWN_EMAIL);
        }
    }

    private IdentityPage page(Arrival arrival, String name, FormErrors errors) {
        return new IdentityPage(
                providers.nameOf(arrival.provider()),
                Identities.label(arrival.identity()),
                name,
                settings.areThereTexts() ? String.valueOf(settings.terms()) : null,
                settings.areThereTexts() ? String.valueOf(settings.privacy()) : null,
                errors);
    }

    private static Notice noticeOf(AskedIdentity.Reason reason) {
        return switch (reason) {
            case NOT_ASKED -> Notice.IDENTITY_NOT_ASKED;
            case DENIED -> Notice.IDENTITY_DENIED;
            case NOT_PROVEN -> Notice.IDENTITY_NOT_PROVEN;
        };
    }
}
