package io.taros.privacy;

import io.taros.platform.crypto.KeyRenewal;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.StepUp;
import io.taros.platform.web.Redirect;
import io.taros.privacy.web.EncryptionPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Settings: the key that closes what an organization has, and a newer one in its place. */
@Controller
@RequestMapping("/settings/encryption")
class EncryptionController {
    private final KeyRenewal renewal;

    EncryptionController(KeyRenewal renewal) {
        this.renewal = renewal;
    }

    @GetMapping
    @Requires(Permission.ORGANIZATION_MANAGE)
    EncryptionPage page() {
        return new EncryptionPage(renewal.find().orElse(null), renewal.renewsAfter());
    }

    /** Asked for twice, it happens once; the page says that it is under way. */
    @PostMapping("/renewal")
    @Requires(Permission.ORGANIZATION_MANAGE)
    @StepUp
    Redirect renew() {
        renewal.begin();
        return new Redirect("/settings/encryption");
    }
}
