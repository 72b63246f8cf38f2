package io.taros.widget;

import io.taros.bot.Bot;
import io.taros.bot.Bots;
import io.taros.bot.CurrentBot;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.StepUp;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import io.taros.widget.web.IdentityPage;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The secrets a website signs its visitors' identities with. */
@Controller
@RequestMapping("/bot/identity")
class IdentityController {
    private final CurrentBot current;
    private final Bots bots;
    private final IdentitySecrets secrets;

    IdentityController(CurrentBot current, Bots bots, IdentitySecrets secrets) {
        this.current = current;
        this.bots = bots;
        this.secrets = secrets;
    }

    @GetMapping
    @Requires(Permission.BOT_READ)
    IdentityPage page(@RequestParam(required = false) @Nullable UUID bot) {
        return page(current.of(bot), null, FormErrors.NONE);
    }

    /** Answers with the page itself: the secret must not travel through a redirect. */
    @PostMapping("/secrets")
    @Requires(Permission.BOT_WRITE)
    @StepUp
    IdentityPage create(@RequestParam UUID bot) {
        var named = bots.get(new Bot.Id(bot));
        try {
            return page(named, secrets.add(named.id()), FormErrors.NONE);
        } catch (Conflict full) {
            return page(named, null, FormErrors.of(full.in("secrets")));
        }
    }

    @PostMapping("/secrets/{id}/revocation")
    @Requires(Permission.BOT_WRITE)
    View revoke(@PathVariable UUID id, @RequestParam UUID bot) {
        var named = bots.get(new Bot.Id(bot));
        secrets.revoke(named.id(), new IdentitySecret.Id(id));
        return new Redirect("/bot/identity?bot=" + bot);
    }

    @PostMapping
    @Requires(Permission.BOT_WRITE)
    View require(@RequestParam UUID bot, @RequestParam(defaultValue = "false") boolean required) {
        var named = bots.get(new Bot.Id(bot));
        if (required && secrets.list(named.id()).isEmpty()) {
            return page(
                    named,
                    null,
                    FormErrors.NONE.text("required", "widget.identity.required.without"));
        }
        secrets.require(named.id(), required);
        return new Redirect("/bot/identity?bot=" + bot);
    }

    private IdentityPage page(Bot bot, @Nullable String fresh, FormErrors errors) {
        return new IdentityPage(
                current.pick(bot),
                secrets.list(bot.id()).stream()
                        .map(secret ->
                                new IdentityPage.Secret(
                                        secret.id().value(),
                                        secret.secretEnd(),
                                        secret.createdAt()))
                        .toList(),
                secrets.isRequired(bot.id()),
                fresh,
                errors);
    }
}
