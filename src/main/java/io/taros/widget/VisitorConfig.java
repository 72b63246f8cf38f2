package io.taros.widget;

import io.taros.attachment.AttachmentSettings;
import io.taros.bot.Bot;
import io.taros.conversation.Expectations;
import io.taros.lead.LeadForms;
import io.taros.organization.Entitlements;
import io.taros.platform.mail.Mails;
import io.taros.platform.security.Open;
import io.taros.platform.web.Branding;
import io.taros.platform.web.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a widget asks before anything else. */
@RestController
class VisitorConfig {
    private final Entitlements entitlements;
    private final Branding branding;
    private final AiNotices notices;
    private final ConsentRule consentRule;
    private final Mails mails;
    private final Expectations expectations;
    private final LeadForms leadForms;
    private final FilesRule filesRule;
    private final AttachmentSettings files;
    private final MessageSource messages;

    VisitorConfig(
            Entitlements entitlements,
            Branding branding,
            AiNotices notices,
            ConsentRule consentRule,
            Mails mails,
            Expectations expectations,
            LeadForms leadForms,
            FilesRule filesRule,
            AttachmentSettings files,
            MessageSource messages) {
        this.messages = messages;
        this.filesRule = filesRule;
        this.files = files;
        this.expectations = expectations;
        this.leadForms = leadForms;
        this.entitlements = entitlements;
        this.branding = branding;
        this.notices = notices;
        this.consentRule = consentRule;
        this.mails = mails;
    }

    @GetMapping("/widget/v1/{publicKey}/config")
    @Open(VisitorConversations.ANYBODY)
    WidgetConfig config(Bot bot, HttpServletRequest request) {
        var language = languageOf(bot, request);
        var nobody = expectations.whereNobodyIs(bot.id(), language);
        return WidgetConfig.of(
                bot,
                new WidgetConfig.Around(
                        notices.off(bot.id()).isEmpty(),
                        entitlements.get().namesMaker() ? branding.here().maker() : null,
                        consentRule.isAsked(bot.id()),
                        mails.isOn(),
                        files(bot, language),
                        new WidgetConfig.Handover(nobody.isEmpty(), nobody.orElse(null)),
                        LeadFormView.of(leadForms.of(bot.id()))));
    }

    private WidgetConfig.@Nullable Files files(Bot bot, String language) {
        return filesRule.isOn(bot.id())
                ? WidgetConfig.Files.of(files, new Texts(messages, Locale.forLanguageTag(language)))
                : null;
    }

    /** The browser's, where it names one. */
    private static String languageOf(Bot bot, HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                ? bot.language()
                : request.getLocale().getLanguage();
    }
}
