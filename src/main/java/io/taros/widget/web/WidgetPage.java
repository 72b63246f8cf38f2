package io.taros.widget.web;

import io.taros.bot.WidgetLook;
import io.taros.platform.web.BotPick;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import org.springframework.http.HttpStatus;

/** How the bot appears on a website: seen live, changed here, copied from here. */
public record WidgetPage(
        BotPick pick, Embed embed, Settings settings, Notice notice, FormErrors errors)
        implements View {
    /** Where the widget comes from and which bot it shows. */
    public record Embed(String origin, String publicKey) {
        public String snippet() {
            return "<script async src=\"%s/widget.js\" data-bot=\"%s\"></script>"
                    .formatted(origin, publicKey);
        }

        public String chatAddress() {
            return origin + "/chat/" + publicKey;
        }
    }

    /** What the form holds; lists are lines. */
    public record Settings(
            String greeting,
            String suggestedQuestions,
            String accentColour,
            WidgetLook.LauncherPosition launcherPosition,
            WidgetLook.Theme theme,
            String allowedOrigins,
            String privacyPolicyUrl,
            boolean isConsentAsked) {}

    public enum Notice {
        NONE,
        SAVED
    }

    @Override
    public String template() {
        return "widget/widget";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
