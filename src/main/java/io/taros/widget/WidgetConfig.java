package io.taros.widget;

import io.taros.attachment.AttachmentSettings;
import io.taros.attachment.FileType;
import io.taros.bot.Bot;
import io.taros.platform.web.Brand;
import io.taros.platform.web.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the widget needs to know about a bot to show it. What is absent the widget says itself, in
 * the visitor's language.
 *
 * @param aiNotice the owner's own words for what it is, whatever the language
 * @param showAiNotice whether it says what it is before the first answer
 * @param poweredBy whether it says what it is powered by
 * @param maker by whom, where that is not ourselves
 * @param consent whether the visitor agrees before the first word
 * @param mail whether a chat can be sent by mail
 * @param files what may be attached; absent where nothing may
 * @param handover whether anybody would come, and what to expect where nobody does
 * @param lead what visitors are asked who want to be answered later
 */
record WidgetConfig(
        String name,
        String language,
        @Nullable String greeting,
        List<String> suggestedQuestions,
        String accent,
        String position,
        String theme,
        @Nullable String aiNotice,
        boolean showAiNotice,
        @Nullable String privacyPolicyUrl,
        boolean showReliability,
        boolean poweredBy,
        @Nullable String maker,
        boolean consent,
        boolean mail,
        @Nullable Files files,
        Handover handover,
        LeadFormView lead,
        Map<String, String> texts) {

    /** What the bot's own settings do not say. */
    record Around(
            boolean showAiNotice,
            @Nullable String maker,
            boolean consent,
            boolean mail,
            @Nullable Files files,
            Handover handover,
            LeadFormView lead) {}

    /**
     * What visitors may attach.
     *
     * @param types as a browser offers them
     * @param most of them with one message
     * @param megabytes each
     * @param tooMany what to say of one more, and of one that is larger
     */
    record Files(List<String> types, int most, long megabytes, String tooMany, String tooLarge) {
        static Files of(AttachmentSettings settings, Texts texts) {
            var most = settings.maxFiles();
            var megabytes = settings.maxFile().toMegabytes();
            return new Files(
                    FileType.OFFERED,
                    most,
                    megabytes,
                    texts.get("conversation.input.files", most),
                    texts.get("attachment.input.large", megabytes));
        }
    }

    /**
     * Whether a person is there to hand over to.
     *
     * @param text what to expect where nobody is, in the browser's language
     */
    record Handover(boolean available, @Nullable String text) {}

    static WidgetConfig of(Bot bot, Around around) {
        var maker = around.maker();
        var look = bot.widget();
        return new WidgetConfig(
                bot.name(),
                bot.language(),
                look.greeting().isBlank() ? null : look.greeting(),
                look.suggestedQuestions(),
                look.accentColour(),
                lower(look.launcherPosition()),
                lower(look.theme()),
                AiNotices.ownWords(bot),
                around.showAiNotice(),
                bot.privacyPolicyUrl(),
                true,
                maker != null,
                maker == null || maker.equals(Brand.OWN.maker()) ? null : maker,
                around.consent(),
                around.mail(),
                around.files(),
                around.handover(),
                around.lead(),
                look.texts());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
