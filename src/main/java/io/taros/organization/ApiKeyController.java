package io.taros.organization;

import io.taros.organization.web.ApiKeysPage;
import io.taros.organization.web.ApiKeysPage.Draft;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.StepUp;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Forbidden;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.NotFound;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/settings")
class ApiKeyController {
    private final ApiKeys keys;
    private final InstantSource clock;

    ApiKeyController(ApiKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @GetMapping("/api-keys")
    @Requires(Permission.API_KEY_MANAGE)
    ApiKeysPage page() {
        return page(Draft.EMPTY, null, FormErrors.NONE);
    }

    /** Answers with the page itself: the token must not travel through a redirect. */
    @PostMapping("/api-keys")
    @Requires(Permission.API_KEY_MANAGE)
    @StepUp
    ApiKeysPage create(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") List<String> scopes,
            @RequestParam(defaultValue = "0") int days,
            Caller caller) {
        try {
            var key = NewApiKey.forDays(name, scopes, days);
            if (!key.isWithin(caller)) {
                throw new Forbidden();
            }
            return page(Draft.EMPTY, keys.add(key), FormErrors.NONE);
        } catch (BadInput refused) {
            return page(new Draft(name, Set.copyOf(scopes), days), null, FormErrors.of(refused));
        }
    }

    @PostMapping("/api-keys/{id}/rotation")
    @Requires(Permission.API_KEY_MANAGE)
    @StepUp
    ApiKeysPage rotate(@PathVariable UUID id, Caller caller) {
        var old =
                keys.find(new ApiKey.Id(id))
                        .filter(key -> key.isLive(clock.instant()))
                        .orElseThrow(NotFound::new);
        if (!NewApiKey.endless(old.name(), old.scopes()).isWithin(caller)) {
            throw new Forbidden();
        }
        return page(Draft.EMPTY, keys.rotate(old), FormErrors.NONE);
    }

    private ApiKeysPage page(Draft draft, @Nullable OrganizationToken token, FormErrors errors) {
        return new ApiKeysPage(
                keys.list(),
                NewApiKey.allScopes(),
                NewApiKey.DAYS,
                draft,
                token == null ? null : token.text(),
                clock.instant(),
                errors);
    }

    @PostMapping("/api-keys/{id}/revocation")
    @Requires(Permission.API_KEY_MANAGE)
    View revoke(@PathVariable UUID id) {
        keys.revoke(new ApiKey.Id(id));
        return new Redirect("/settings/api-keys");
    }
}
