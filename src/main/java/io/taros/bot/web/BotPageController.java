package io.taros.bot.web;

import io.taros.bot.Bot;
import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.bot.CurrentBot;
import io.taros.bot.Provider;
import io.taros.bot.Writers;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/bot")
class BotPageController {
    private static final List<Provider> SHOWN =
            List.of(
                    Provider.AUTOMATIC,
                    Provider.NONE,
                    Provider.MISTRAL,
                    Provider.OPENAI,
                    Provider.ANTHROPIC,
                    Provider.COMPATIBLE);

    /** What the form sends; the threshold in per cent. */
    record Form(
            UUID bot,
            String name,
            @Nullable String instructions,
            String language,
            int threshold,
            Provider provider,
            @Nullable String model) {
        BotPage.Settings settings() {
            return new BotPage.Settings(
                    name, text(instructions), language, threshold, provider, text(model));
        }
    }

    private final Bots bots;
    private final CurrentBot current;
    private final Writers writers;

    BotPageController(Bots bots, CurrentBot current, Writers writers) {
        this.bots = bots;
        this.current = current;
        this.writers = writers;
    }

    @GetMapping
    @Requires(Permission.BOT_READ)
    BotPage page(
            @RequestParam(required = false) @Nullable UUID bot,
            @RequestParam(defaultValue = "false") boolean saved) {
        var shown = current.of(bot);
        return page(
                shown,
                new BotPage.Settings(
                        shown.name(),
                        shown.instructions(),
                        shown.language(),
                        (int) Math.round(shown.threshold() * 100),
                        shown.provider(),
                        text(shown.model())),
                saved ? BotPage.Notice.SAVED : BotPage.Notice.NONE,
                FormErrors.NONE);
    }

    @PostMapping
    @Requires(Permission.BOT_WRITE)
    View save(Form form) {
        var bot = bots.get(new Bot.Id(form.bot()));
        try {
            bots.replace(bot.id(), changed(bot, form));
            return new Redirect("/bot?saved=true&bot=" + bot.id().value());
        } catch (BadInput refused) {
            return page(bot, form.settings(), BotPage.Notice.NONE, FormErrors.of(refused));
        }
    }

    private static BotSettings changed(Bot bot, Form form) {
        return new BotSettings(
                form.name(),
                text(form.instructions()),
                form.language(),
                form.threshold() / 100.0,
                form.provider(),
                form.model(),
                bot.allowedOrigins(),
                bot.privacyPolicyUrl(),
                bot.widget());
    }

    private BotPage page(
            Bot bot, BotPage.Settings settings, BotPage.Notice notice, FormErrors errors) {
        return new BotPage(
                current.pick(bot),
                settings,
                SHOWN.stream().map(this::writer).toList(),
                notice,
                errors);
    }

    private BotPage.Writer writer(Provider provider) {
        var found = writers.find(provider, null);
        var needsKey = provider != Provider.NONE && provider != Provider.AUTOMATIC;
        return new BotPage.Writer(
                provider,
                found.isEmpty() && needsKey
                        ? BotPage.Availability.NO_KEY
                        : BotPage.Availability.READY,
                found.map(Writers.Writer::host).orElse(null),
                found.map(Writers.Writer::model).orElse(null));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
