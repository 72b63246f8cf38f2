package io.taros.rights;

import io.taros.account.Account;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.StepUp;
import io.taros.platform.web.Branding;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import io.taros.rights.web.AccountDataPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A copy of what is held about one's own account (P-39). */
@Controller
@RequestMapping("/account/data")
class AccountDataController {
    private final AccountCopy data;
    private final Branding branding;
    private final RateLimits limits;

    AccountDataController(AccountCopy data, Branding branding, RateLimits limits) {
        this.data = data;
        this.branding = branding;
        this.limits = limits;
    }

    @GetMapping
    @Requires(Permission.ACCOUNT)
    AccountDataPage page() {
        return new AccountDataPage();
    }

    @PostMapping
    @Requires(Permission.ACCOUNT)
    @StepUp
    void download(Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var id = new Account.Id(Objects.requireNonNull(caller.account()));
        limits.take(Limit.EXPORT, id.toString());
        ZipDownload.begin(response, "account.zip");
        data.write(id, request, branding.here().name(), response.getOutputStream());
    }
}
