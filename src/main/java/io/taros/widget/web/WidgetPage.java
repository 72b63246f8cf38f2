package io.taros.widget.web;

import io.taros.bot.WidgetLook;
import io.taros.platform.web.BotPick;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/** How the bot appears on a website: seen live, changed here, copied from here. */
public record WidgetPage(
        BotPick pick, Embed embed, Settings settings, Notice notice, FormErrors errors)
        implements View {
    /** The same with another line to copy. */
    WidgetPage inviting(Invitation invitation) {
        return new WidgetPage(
                pick,
                new Embed(embed.origin(), embed.publicKey(), invitation),
                settings,
                notice,
                errors);
    }

    /**
     * A message that invites to the chat. It is kept nowhere but in the line on the owner's own
     * page: before a visitor opens the chat nobody is called to ask for it.
     */
    public record Invitation(
            @Nullable String message,
            @Nullable String page,
            @Nullable Integer seconds,
            @Nullable Integer scroll) {
        static final Invitation NONE = new Invitation(null, null, null, null);

        boolean isSet() {
            return message != null && !message.isBlank();
        }

        /** As the attribute of the line. */
        String json() {
            var rule = new LinkedHashMap<String, Object>();
            rule.put("text", String.valueOf(message).strip());
            if (page != null && !page.isBlank()) {
                rule.put("page", page.strip());
            }
            if (seconds != null && seconds >= 0) {
                rule.put("seconds", seconds);
            }
            if (scroll != null && scroll > 0) {
                rule.put("scroll", Math.min(scroll, 100));
            }
            return JsonMapper.shared().writeValueAsString(List.of(rule));
        }
    }

    /** Where the widget comes from, which bot it shows, and what it invites with. */
    public record Embed(String origin, String publicKey, Invitation invitation) {
        public String snippet() {
            var invites =
                    invitation.isSet()
                            ? " data-proactive=\"%s\""
                                    .formatted(HtmlUtils.htmlEscape(invitation.json()))
                            : "";
            return "<script async src=\"%s/widget.js\" data-bot=\"%s\"%s></script>"
                    .formatted(origin, publicKey, invites);
        }

        public String npm() {
            return "npm install %s/widget/npm.tgz".formatted(origin);
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
            boolean isConsentAsked,
            boolean takesFiles) {}

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
