package io.taros.organization;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.taros.platform.TarosSettings;
import io.taros.platform.jobs.JobHandler;
import io.taros.platform.mail.Mail;
import io.taros.platform.mail.Mails;
import io.taros.platform.web.Texts;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Sends at least once. Each mail has a link of its own, and the newest is the one that works. */
@Component
class SendingInvitation implements JobHandler<SendInvitation> {
    private static final Logger LOG = LoggerFactory.getLogger(SendingInvitation.class);

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "io.taros.jte");
    private final Invitations invitations;
    private final Organizations organizations;
    private final Mails mails;
    private final TarosSettings installation;
    private final MessageSource messages;

    SendingInvitation(
            Invitations invitations,
            Organizations organizations,
            Mails mails,
            TarosSettings installation,
            MessageSource messages) {
        this.invitations = invitations;
        this.organizations = organizations;
        this.mails = mails;
        this.installation = installation;
        this.messages = messages;
    }

    @Override
    public Class<SendInvitation> type() {
        return SendInvitation.class;
    }

    /** With ever longer pauses, more than two hours in all. */
    @Override
    public int attempts() {
        return 13;
    }

    /** The invitation may have been taken back meanwhile. */
    @Override
    public void handle(SendInvitation job) {
        invitations.find(job.invitation()).ifPresent(this::send);
    }

    @Override
    public void exhausted(SendInvitation job, Throwable cause) {
        LOG.warn("Invitation {} could not be sent: {}", job.invitation(), cause.getMessage());
    }

    private void send(Invitation invitation) {
        var organization = organizations.get();
        var language = Locale.forLanguageTag(organization.language());
        var texts = new Texts(messages, language);
        var token = invitations.newLink(invitation.id(), true);
        var letter =
                new InvitationMail(
                        texts.locale().toLanguageTag(),
                        texts.get("organization.invitation.subject", organization.name()),
                        texts.get("organization.invitation.lead", organization.name()),
                        texts.get("organization.invitation.link"),
                        installation.link(path(token)),
                        texts.get("organization.invitation.note", Invitations.VALID.toDays()));
        var html = new StringOutput();
        templates.render("organization/invitation-mail.jte", letter, html);
        mails.send(
                new Mail(
                        "invitation." + invitation.id() + "." + token.end(),
                        invitation.email(),
                        language,
                        letter.subject(),
                        letter.text(),
                        html.toString(),
                        null));
    }

    /** Of the page where an invitation is accepted. */
    static String path(OrganizationToken token) {
        return "/invitations/" + token.text();
    }
}
