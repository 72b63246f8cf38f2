package io.taros.widget;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.taros.conversation.Conversation;
import io.taros.conversation.Message;
import io.taros.conversation.Transcripts;
import io.taros.platform.mail.Mail;
import io.taros.platform.web.Branding;
import io.taros.platform.web.Texts;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes a chat as a mail, in the language it was held in if mails are written in that. */
@Component
class TranscriptMails {
    private static final String KEY = "widget.mail.transcript.";

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "io.taros.jte");
    private final Branding branding;
    private final MessageSource messages;

    TranscriptMails(Branding branding, MessageSource messages) {
        this.branding = branding;
        this.messages = messages;
    }

    Mail of(TranscriptRequest request, String bot, Transcripts.Transcript transcript) {
        var conversation = transcript.conversation();
        var texts = new Texts(messages, Locale.forLanguageTag(conversation.speaks()));
        var time =
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(texts.locale())
                        .withZone(zoneOf(conversation));
        var letter =
                new TranscriptLetter(
                        texts.locale(),
                        texts.get(KEY + "subject", bot),
                        texts.get(KEY + "lead", bot),
                        transcript.messages().stream()
                                .map(message -> said(message, bot, time, texts))
                                .toList(),
                        texts.get(KEY + "note", bot),
                        branding.here());
        var html = new StringOutput();
        templates.render("widget/transcript-mail.jte", letter, html);
        return new Mail(
                "transcript." + request.id(),
                request.email(),
                letter.language(),
                letter.subject(),
                letter.text(),
                html.toString(),
                null,
                letter.brand().sender());
    }

    private static TranscriptLetter.Said said(
            Message message, String bot, DateTimeFormatter time, Texts texts) {
        var who =
                switch (message.role()) {
                    case VISITOR -> texts.get(KEY + "you");
                    case BOT -> texts.get(KEY + "bot", bot);
                    case PERSON -> texts.get(KEY + "person");
                };
        var sources =
                message.sources().stream()
                        .map(source ->
                                "[%d] %s %s"
                                        .formatted(
                                                source.number(),
                                                source.title(),
                                                source.url() == null ? "" : source.url())
                                        .strip())
                        .collect(Collectors.joining("\n"));
        return new TranscriptLetter.Said(
                who, time.format(message.createdAt()), message.words(), sources);
    }

    private static ZoneId zoneOf(Conversation conversation) {
        return conversation.timeZone() == null
                ? ZoneOffset.UTC
                : ZoneId.of(conversation.timeZone());
    }
}
