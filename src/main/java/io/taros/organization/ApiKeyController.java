package io.taros.organization;

import io.taros.organization.web.ApiKeysPage;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.StepUp;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Forbidden;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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

    ApiKeyController(ApiKeys keys) {
        this.keys = keys;
    }

    @GetMapping("/api-keys")
    @Requires(Permission.API_KEY_MANAGE)
    ApiKeysPage page() {
        return new ApiKeysPage(
                keys.list(), NewApiKey.allScopes(), "", Set.of(), null, FormErrors.NONE);
    }

    /** Answers with the page itself: the token must not travel through a redirect. */
    @PostMapping("/api-keys")
    @Requires(Permission.API_KEY_MANAGE)
    @StepUp
    ApiKeysPage create(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") List<String> scopes,
            Caller caller) {
        try {
            var key = new NewApiKey(name, scopes);
            if (!key.isWithin(caller)) {
                throw new Forbidden();
            }
            var token = keys.add(key);
            return new ApiKeysPage(
                    keys.list(),
                    NewApiKey.allScopes(),
                    "",
                    Set.of(),
                    token.text(),
                    FormErrors.NONE);
        } catch (BadInput refused) {
            return new ApiKeysPage(
                    keys.list(),
                    NewApiKey.allScopes(),
                    name,
                    Set.copyOf(scopes),
                    null,
                    FormErrors.of(refused));
        }
    }

    @PostMapping("/api-keys/{id}/revocation")
    @Requires(Permission.API_KEY_MANAGE)
    View revoke(@PathVariable UUID id) {
        keys.revoke(new ApiKey.Id(id));
        return new Redirect("/settings/api-keys");
    }
}
