package io.taros.golden;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.taros.account.Account;
import io.taros.account.Unsubscribing;
import io.taros.bot.Bot;
import io.taros.golden.DriftMail.Link;
import io.taros.golden.DriftMail.Section;
import io.taros.platform.mail.Mail;
import io.taros.platform.web.Branding;
import io.taros.platform.web.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes the mail about a run, in the language of its reader. */
@Component
class DriftMails {
    /** Of each kind: a mail is no list. */
    static final int NAMED = 20;

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "io.taros.jte");
    private final Branding branding;
    private final MessageSource messages;
    private final Unsubscribing unsubscribing;
    private final DriftList list;

    DriftMails(
            Branding branding,
            MessageSource messages,
            Unsubscribing unsubscribing,
            DriftList list) {
        this.unsubscribing = unsubscribing;
        this.list = list;
        this.branding = branding;
        this.messages = messages;
    }

    Mail write(GoldenRun run, Bot bot, Drift drift, Account reader) {
        var language = Locale.forLanguageTag(reader.locale());
        var letter = letter(run, bot, drift, new Texts(messages, language));
        var html = new StringOutput();
        templates.render("golden/drift-mail.jte", letter, html);
        return new Mail(
                "golden-run." + run.id().value() + "." + reader.id().value(),
                reader.email(),
                language,
                letter.subject(),
                letter.text(),
                html.toString(),
                unsubscribing.link(list, reader.id()),
                branding.here().sender());
    }

    private DriftMail letter(GoldenRun run, Bot bot, Drift drift, Texts texts) {
        var sections =
                Stream.of(
                                section("golden.mail.failing", drift.failing(), texts),
                                section("golden.mail.changed", drift.changed(), texts))
                        .flatMap(Optional::stream)
                        .toList();
        var page = "/test/golden-questions";
        return new DriftMail(
                texts.locale().toLanguageTag(),
                texts.get("golden.mail.subject", drift.count(), bot.name()),
                texts.get("golden.mail.lead", bot.name()),
                sections,
                new Link(
                        texts.get("golden.mail.link"),
                        branding.link(page + "/runs/" + run.id().value())),
                texts.get("golden.mail.why"),
                new Link(
                        texts.get("golden.mail.setting"),
                        branding.link(page + "/nights?bot=" + bot.id().value())));
    }

    private static Optional<Section> section(String key, List<String> questions, Texts texts) {
        if (questions.isEmpty()) {
            return Optional.empty();
        }
        var left = questions.size() - NAMED;
        return Optional.of(
                new Section(
                        texts.get(key, questions.size()),
                        questions.stream().limit(NAMED).map(DriftMails::line).toList(),
                        left > 0 ? texts.get("golden.mail.more", left) : ""));
    }

    private static String line(String question) {
        return question.replaceAll("\\s+", " ");
    }
}
