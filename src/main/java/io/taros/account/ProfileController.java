package io.taros.account;

import io.taros.account.Consents.Entry;
import io.taros.account.Consents.Kind;
import io.taros.account.Profiles.Profile;
import io.taros.account.web.ProfilePage;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.mail.Mails;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.StepUp;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What somebody says of themselves. */
@Controller
@RequestMapping("/account")
class ProfileController {
    record Form(
            @Nullable String name,
            @Nullable String language,
            @Nullable String timeZone,
            @Nullable String theme) {}

    private final Accounts accounts;
    private final Profiles profiles;
    private final AddressChanges changes;
    private final ChangeAddress changeAddress;
    private final Consents consents;
    private final AccountSettings settings;
    private final Jobs jobs;
    private final Mails mails;
    private final RateLimits limits;

    ProfileController(
            Accounts accounts,
            Profiles profiles,
            AddressChanges changes,
            ChangeAddress changeAddress,
            Consents consents,
            AccountSettings settings,
            Jobs jobs,
            Mails mails,
            RateLimits limits) {
        this.accounts = accounts;
        this.profiles = profiles;
        this.changes = changes;
        this.changeAddress = changeAddress;
        this.consents = consents;
        this.settings = settings;
        this.jobs = jobs;
        this.mails = mails;
        this.limits = limits;
    }

    @GetMapping
    @Requires(Permission.ACCOUNT)
    View page(Caller caller) {
        return page(idOf(caller), FormErrors.NONE);
    }

    @PostMapping
    @Requires(Permission.ACCOUNT)
    View save(Form form, Caller caller, HttpServletResponse response) {
        var id = idOf(caller);
        try {
            var profile =
                    Profile.of(
                            text(form.name()),
                            text(form.language()),
                            text(form.timeZone()),
                            text(form.theme()));
            profiles.replace(id, profile);
            profile.remember(response);
            return new Redirect("/account");
        } catch (BadInput refused) {
            return page(id, FormErrors.of(refused));
        }
    }

    @PostMapping("/address")
    @Requires(Permission.ACCOUNT)
    @StepUp
    View address(@RequestParam(defaultValue = "") String email, Caller caller) {
        var id = idOf(caller);
        try {
            if (!mails.isOn()) {
                throw new BadInput("email", "account.address.no-mail");
            }
            changeAddress
                    .keptBy(id)
                    .ifPresent(only -> {
                        throw new BadInput("email", "account.address.kept", only.name());
                    });
            var address = NewAccount.address(email);
            limits.take(Limit.MAIL_EMAIL, SignIn.keyOf(address));
            limits.take(Limit.MAIL_EMAIL, id.toString());
            changeAddress.ask(accounts.get(id), address);
            return new Redirect("/account");
        } catch (BadInput refused) {
            return page(id, FormErrors.of(refused));
        }
    }

    /** Yes is asked once more by mail, no is no at once. */
    @PostMapping("/news")
    @Requires(Permission.ACCOUNT)
    View news(
            @RequestParam(defaultValue = "") String news,
            Caller caller,
            HttpServletRequest request) {
        var id = idOf(caller);
        if (news.equals("true")) {
            limits.take(Limit.MAIL_EMAIL, id.toString());
            jobs.enqueue(new SendLetter(Letter.MARKETING, id.value()));
        } else {
            consents.add(
                    id,
                    new Entry(
                            Kind.MARKETING,
                            false,
                            settings.textsVersion(),
                            Language.of(request),
                            "profile"));
        }
        return new Redirect("/account");
    }

    private View page(Account.Id id, FormErrors errors) {
        var profile = profiles.get(id);
        return new ProfilePage(
                new ProfilePage.Person(
                        profile.name(),
                        accounts.get(id).email(),
                        profile.locale(),
                        text(profile.timeZone()),
                        text(profile.theme())),
                ZoneId.getAvailableZoneIds().stream()
                        .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/"))
                        .filter(zone -> !zone.startsWith("SystemV/"))
                        .sorted()
                        .toList(),
                changes.waiting(id).map(AddressChanges.Change::newEmail).orElse(null),
                consents.isMarketingWanted(id),
                mails.isOn(),
                errors);
    }

    private static Account.Id idOf(Caller caller) {
        return new Account.Id(Objects.requireNonNull(caller.account()));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
