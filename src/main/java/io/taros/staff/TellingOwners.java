package io.taros.staff;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.organization.Organizations;
import io.taros.platform.TarosSettings;
import io.taros.platform.jobs.JobHandler;
import io.taros.platform.mail.Mail;
import io.taros.platform.mail.Mails;
import io.taros.platform.web.Texts;
import java.util.Locale;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Sends at least once. An installation without mail has the page and the audit log. */
@Component
class TellingOwners implements JobHandler<TellOwner> {
    private static final Logger LOG = LoggerFactory.getLogger(TellingOwners.class);

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "io.taros.jte");
    private final Accesses accesses;
    private final Accounts accounts;
    private final Organizations organizations;
    private final Mails mails;
    private final TarosSettings installation;
    private final MessageSource messages;

    TellingOwners(
            Accesses accesses,
            Accounts accounts,
            Organizations organizations,
            Mails mails,
            TarosSettings installation,
            MessageSource messages) {
        this.accesses = accesses;
        this.accounts = accounts;
        this.organizations = organizations;
        this.mails = mails;
        this.installation = installation;
        this.messages = messages;
    }

    @Override
    public Class<TellOwner> type() {
        return TellOwner.class;
    }

    /** With ever longer pauses, more than two hours in all. */
    @Override
    public int attempts() {
        return 13;
    }

    @Override
    public void handle(TellOwner job) {
        if (!mails.isOn()) {
            return;
        }
        var access = accesses.find(job.access());
        var owner = accounts.find(job.owner());
        if (access.isPresent() && owner.isPresent()) {
            mails.send(mail(access.get(), owner.get()));
        }
    }

    @Override
    public void exhausted(TellOwner job, Throwable cause) {
        LOG.warn("Access {} could not be told by mail: {}", job.access(), cause.getMessage());
    }

    private Mail mail(StaffAccess access, Account owner) {
        var language = Locale.forLanguageTag(owner.locale());
        var texts = new Texts(messages, language);
        var letter = letter(access, texts);
        var html = new StringOutput();
        templates.render("staff/emergency-mail.jte", letter, html);
        return new Mail(
                "staff-access." + access.id() + "." + owner.id(),
                owner.email(),
                language,
                letter.subject(),
                letter.text(),
                html.toString(),
                null);
    }

    private EmergencyMail letter(StaffAccess access, Texts texts) {
        var organization = organizations.get().name();
        var who =
                accounts.find(Objects.requireNonNull(access.accountId()))
                        .map(Account::name)
                        .orElse("–");
        return new EmergencyMail(
                texts.locale().toLanguageTag(),
                texts.get("staff.mail.subject", organization),
                texts.get("staff.mail.lead", who, organization, StaffAtWork.EMERGENCY.toMinutes()),
                Objects.requireNonNull(access.reason()),
                texts.get("staff.mail.link"),
                installation.link("/settings/staff-access"),
                texts.get("staff.mail.note"));
    }
}
