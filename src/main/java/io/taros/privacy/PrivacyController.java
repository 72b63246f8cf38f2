package io.taros.privacy;

import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.StepUp;
import io.taros.privacy.web.PrivacyPage;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Settings: privacy at a glance, and what an auditor takes along. */
@Controller
@RequestMapping("/settings/privacy")
class PrivacyController {
    private final Holdings holdings;
    private final ProofPack pack;

    PrivacyController(Holdings holdings, ProofPack pack) {
        this.holdings = holdings;
        this.pack = pack;
    }

    @GetMapping
    @Requires(Permission.ORGANIZATION_MANAGE)
    PrivacyPage page() {
        return new PrivacyPage(holdings.list(), pack.files());
    }

    @GetMapping("/proof-pack.zip")
    @Requires(Permission.ORGANIZATION_OWN)
    @StepUp
    void proof(HttpServletResponse response) throws IOException {
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"proof-pack.zip\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        pack.write(response.getOutputStream());
    }
}
