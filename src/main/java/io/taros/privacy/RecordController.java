package io.taros.privacy;

import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.privacy.web.RecordPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Settings: the record of processing (GDPR Art. 30). */
@Controller
class RecordController {
    private final Holdings holdings;

    RecordController(Holdings holdings) {
        this.holdings = holdings;
    }

    @GetMapping("/settings/record-of-processing")
    @Requires(Permission.ORGANIZATION_MANAGE)
    RecordPage page() {
        return new RecordPage(holdings.list());
    }
}
