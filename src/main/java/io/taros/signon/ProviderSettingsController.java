package io.taros.signon;

import io.taros.account.GoToProvider;
import io.taros.account.SignInProviders;
import io.taros.platform.TarosSettings;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.StepUp;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.NotFound;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import io.taros.signon.web.ProviderPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Settings, the organization's own provider. For owners: whoever decides who vouches for the
 * members could sign in as any of them.
 */
@Controller
@RequestMapping("/settings/single-sign-on")
class ProviderSettingsController {
    private static final Redirect HERE = new Redirect("/settings/single-sign-on");

    private final Providers providers;
    private final Domains domains;
    private final SetProvider set;
    private final UseProvider use;
    private final GoToProvider go;
    private final TarosSettings installation;

    ProviderSettingsController(
            Providers providers,
            Domains domains,
            SetProvider set,
            UseProvider use,
            GoToProvider go,
            TarosSettings installation) {
        this.providers = providers;
        this.domains = domains;
        this.set = set;
        this.use = use;
        this.go = go;
        this.installation = installation;
    }

    @GetMapping
    @Requires(Permission.ORGANIZATION_OWN)
    @StepUp
    View page() {
        return page(null, null, FormErrors.NONE);
    }

    @PostMapping
    @Requires(Permission.ORGANIZATION_OWN)
    @StepUp
    View set(
            @RequestParam(defaultValue = "") String issuer,
            @RequestParam(defaultValue = "") String clientId,
            @RequestParam(defaultValue = "") String clientSecret) {
        try {
            set.set(issuer, clientId, clientSecret);
            return HERE;
        } catch (BadInput refused) {
            return page(issuer, clientId, FormErrors.of(refused));
        }
    }

    /** To the provider and back, without signing anybody in. */
    @GetMapping("/trial")
    @Requires(Permission.ORGANIZATION_OWN)
    @Nullable View trial(HttpServletRequest request, HttpServletResponse response) {
        return providers.find().isEmpty()
                ? HERE
                : go.tryOut(Tenancy.organization().toString(), request, response);
    }

    @PostMapping("/rule")
    @Requires(Permission.ORGANIZATION_OWN)
    @StepUp
    View use(@RequestParam(defaultValue = "") String rule) {
        try {
            use.use(
                    Arrays.stream(Provider.Rule.values())
                            .filter(known -> known.name().equals(rule))
                            .findFirst()
                            .orElseThrow(() -> new BadInput("rule", "signon.input.rule")));
            return HERE;
        } catch (BadInput refused) {
            return page(null, null, FormErrors.of(refused));
        } catch (NotFound nothingThere) {
            return HERE;
        }
    }

    @PostMapping("/removal")
    @Requires(Permission.ORGANIZATION_OWN)
    @StepUp
    View remove() {
        providers.remove();
        return HERE;
    }

    private ProviderPage page(
            @Nullable String issuer, @Nullable String clientId, FormErrors errors) {
        var known = providers.find();
        return new ProviderPage(
                installation.link(SignInProviders.answerPath(Tenancy.organization().toString())),
                new ProviderPage.Draft(
                        issuer != null ? issuer : known.map(Provider::issuer).orElse(""),
                        clientId != null ? clientId : known.map(Provider::clientId).orElse("")),
                known.map(ProviderSettingsController::standing).orElse(null),
                verified(),
                use.isThereAnotherWayIn(),
                errors);
    }

    private List<String> verified() {
        return domains.list().stream()
                .filter(Domain::isVerified)
                .map(domain -> DomainName.shown(domain.name()))
                .toList();
    }

    private static ProviderPage.Standing standing(Provider provider) {
        return new ProviderPage.Standing(
                provider.rule().name(), provider.triedAt(), provider.trialError());
    }
}
