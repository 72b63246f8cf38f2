package io.taros.privacy;

import io.taros.organization.Organizations;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.StepUp;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import io.taros.privacy.web.ClosingPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Settings: the end of the organization. */
@Controller
@RequestMapping("/settings/closing")
class ClosingController {
    private final Organizations organizations;
    private final CloseOrganization closing;

    ClosingController(Organizations organizations, CloseOrganization closing) {
        this.organizations = organizations;
        this.closing = closing;
    }

    @GetMapping
    @Requires(Permission.ORGANIZATION_OWN)
    ClosingPage page() {
        return page(FormErrors.NONE);
    }

    @PostMapping
    @Requires(Permission.ORGANIZATION_OWN)
    @StepUp
    View close(@RequestParam(defaultValue = "") String name) {
        try {
            closing.close(name);
            return new Redirect("/closed");
        } catch (BadInput refused) {
            return page(FormErrors.of(refused));
        }
    }

    private ClosingPage page(FormErrors errors) {
        return new ClosingPage(
                organizations.get().name(),
                Grace.TIME.toDays(),
                closing.hindrance().orElse(null),
                errors);
    }
}
