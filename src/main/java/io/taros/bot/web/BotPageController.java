package io.taros.bot.web;

import io.taros.bot.Bot;
import io.taros.bot.BotDrafts;
import io.taros.bot.BotSettings;
import io.taros.bot.BotShaped;
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
import org.springframework.context.ApplicationEventPublisher;
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
        /** A browser sends all of them. */
        Form {
            name = text(name);
            language = text(language);
            provider = provider == null ? Provider.AUTOMATIC : provider;
        }

        BotPage.Settings settings() {
            return new BotPage.Settings(
                    name, text(instructions), language, threshold, provider, text(model));
        }
    }

    private final Bots bots;
    private final BotDrafts drafts;
    private final CurrentBot current;
    private final Writers writers;
    private final ApplicationEventPublisher events;

    BotPageController(
            Bots bots,
            BotDrafts drafts,
            CurrentBot current,
            Writers writers,
            ApplicationEventPublisher events) {
        this.bots = bots;
        this.drafts = drafts;
        this.current = current;
        this.writers = writers;
        this.events = events;
    }

    @GetMapping
    @Requires(Permission.BOT_READ)
    BotPage page(
            @RequestParam(required = false) @Nullable UUID bot,
            @RequestParam(defaultValue = "false") boolean saved) {
        var shown = bots.getInDraft(current.of(bot).id());
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
        var bot = bots.getInDraft(new Bot.Id(form.bot()));
        if (form.provider() != bot.provider() && !isAvailable(form.provider())) {
            var errors = FormErrors.NONE.text("provider", "bot.provider.unavailable");
            return page(bot, form.settings(), BotPage.Notice.NONE, errors);
        }
        try {
            bots.replace(bot.id(), changed(bot, form));
            events.publishEvent(new BotShaped(bot.id()));
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
                drafts.isWaiting(bot.id()) ? BotPage.Waiting.IN_DRAFT : BotPage.Waiting.NO,
                notice,
                errors);
    }

    private BotPage.Writer writer(Provider provider) {
        var found = writers.find(provider, null);
        return new BotPage.Writer(
                provider,
                isAvailable(provider) ? BotPage.Availability.READY : BotPage.Availability.NO_KEY,
                writers.recipients(provider, null),
                found.map(Writers.Writer::model).orElse(null));
    }

    private boolean isAvailable(Provider provider) {
        return switch (provider) {
            case NONE, AUTOMATIC -> true;
            case OPENAI, ANTHROPIC, MISTRAL, COMPATIBLE ->
                    writers.find(provider, null).isPresent()
                            || writers.recipients(provider, null).kept() != null;
        };
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
