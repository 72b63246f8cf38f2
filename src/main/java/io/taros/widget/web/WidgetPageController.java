package io.taros.widget.web;

import io.taros.bot.Bot;
import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.bot.CurrentBot;
import io.taros.bot.WidgetLook;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Branding;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import io.taros.widget.ConsentRule;
import io.taros.widget.FilesRule;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/bot/widget")
class WidgetPageController {
    private static final int MAX_SUGGESTIONS = 4;

    /** What the form sends; lists as lines. */
    record Form(
            UUID bot,
            @Nullable String greeting,
            @Nullable String suggestedQuestions,
            String accentColour,
            WidgetLook.LauncherPosition launcherPosition,
            WidgetLook.Theme theme,
            @Nullable String allowedOrigins,
            @Nullable String privacyPolicyUrl,
            @Nullable Boolean consent,
            @Nullable Boolean files) {
        /** A browser sends all of them. */
        Form {
            accentColour = text(accentColour);
            launcherPosition =
                    launcherPosition == null
                            ? WidgetLook.DEFAULT.launcherPosition()
                            : launcherPosition;
            theme = theme == null ? WidgetLook.DEFAULT.theme() : theme;
        }

        WidgetPage.Settings settings() {
            return new WidgetPage.Settings(
                    text(greeting),
                    text(suggestedQuestions),
                    accentColour,
                    launcherPosition,
                    theme,
                    text(allowedOrigins),
                    text(privacyPolicyUrl),
                    Boolean.TRUE.equals(consent),
                    Boolean.TRUE.equals(files));
        }

        FormErrors errors() {
            var errors = FormErrors.NONE;
            if (lines(suggestedQuestions).size() > MAX_SUGGESTIONS) {
                errors = errors.text("suggestedQuestions", "widget.suggestions.many");
            }
            if (!accentColour.matches("#[0-9a-fA-F]{6}")) {
                errors = errors.text("accentColour", "widget.colour.wrong");
            }
            return errors;
        }
    }

    private final Bots bots;
    private final CurrentBot current;
    private final Branding branding;
    private final ConsentRule consentRule;
    private final FilesRule filesRule;

    WidgetPageController(
            Bots bots,
            CurrentBot current,
            Branding branding,
            ConsentRule consentRule,
            FilesRule filesRule) {
        this.filesRule = filesRule;
        this.consentRule = consentRule;
        this.bots = bots;
        this.current = current;
        this.branding = branding;
    }

    @GetMapping
    @Requires(Permission.BOT_READ)
    WidgetPage page(
            @RequestParam(required = false) @Nullable UUID bot,
            @RequestParam(defaultValue = "false") boolean saved,
            WidgetPage.Invitation invitation) {
        var shown = current.of(bot);
        return page(
                        shown,
                        settingsOf(shown),
                        saved ? WidgetPage.Notice.SAVED : WidgetPage.Notice.NONE,
                        FormErrors.NONE)
                .inviting(invitation);
    }

    @PostMapping
    @Requires(Permission.BOT_WRITE)
    View save(Form form) {
        var bot = bots.getInDraft(new Bot.Id(form.bot()));
        if (!form.errors().isEmpty()) {
            return page(bot, form.settings(), WidgetPage.Notice.NONE, form.errors());
        }
        try {
            bots.replace(bot.id(), changed(bot, form));
            filesRule.turn(bot.id(), Boolean.TRUE.equals(form.files()));
            consentRule.ask(bot.id(), Boolean.TRUE.equals(form.consent()));
            return new Redirect("/bot/widget?saved=true&bot=" + bot.id().value());
        } catch (BadInput refused) {
            return page(bot, form.settings(), WidgetPage.Notice.NONE, FormErrors.of(refused));
        }
    }

    private static BotSettings changed(Bot bot, Form form) {
        return new BotSettings(
                bot.name(),
                bot.instructions(),
                bot.language(),
                bot.threshold(),
                bot.provider(),
                bot.model(),
                lines(form.allowedOrigins()),
                form.privacyPolicyUrl(),
                new WidgetLook(
                        text(form.greeting()).strip(),
                        lines(form.suggestedQuestions()),
                        form.accentColour(),
                        form.launcherPosition(),
                        form.theme(),
                        bot.widget().texts()));
    }

    private WidgetPage page(
            Bot bot, WidgetPage.Settings shown, WidgetPage.Notice notice, FormErrors errors) {
        return new WidgetPage(
                current.pick(bot),
                new WidgetPage.Embed(
                        branding.link(""), bot.publicKey().value(), WidgetPage.Invitation.NONE),
                shown,
                notice,
                errors);
    }

    private WidgetPage.Settings settingsOf(Bot bot) {
        var look = bot.widget();
        return new WidgetPage.Settings(
                look.greeting(),
                String.join("\n", look.suggestedQuestions()),
                look.accentColour(),
                look.launcherPosition(),
                look.theme(),
                String.join("\n", bot.allowedOrigins()),
                text(bot.privacyPolicyUrl()),
                consentRule.isAsked(bot.id()),
                filesRule.isOn(bot.id()));
    }

    private static List<String> lines(@Nullable String text) {
        return text(text).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
