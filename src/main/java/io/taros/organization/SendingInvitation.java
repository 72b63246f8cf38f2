package io.taros.organization;

import io.taros.platform.jobs.JobHandler;
import io.taros.platform.mail.Letters;
import io.taros.platform.mail.Mails;
import io.taros.platform.web.Branding;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends at least once. Each mail has a link of its own, and the newest is the one that works. */
@Component
class SendingInvitation implements JobHandler<SendInvitation> {
    private static final Logger LOG = LoggerFactory.getLogger(SendingInvitation.class);

    private final Invitations invitations;
    private final Organizations organizations;
    private final Letters letters;
    private final Branding branding;
    private final Mails mails;

    SendingInvitation(
            Invitations invitations,
            Organizations organizations,
            Letters letters,
            Branding branding,
            Mails mails) {
        this.branding = branding;
        this.invitations = invitations;
        this.organizations = organizations;
        this.letters = letters;
        this.mails = mails;
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
        var brand = branding.here();
        // Whoever owns a brand's domain can read what is in its links: they prove no address.
        var token = invitations.newLink(invitation.id(), brand.domain() == null);
        mails.send(
                letters.seal(
                        "invitation." + invitation.id() + "." + token.end(),
                        invitation.email(),
                        letters.letter(
                                brand,
                                "organization.invitation.mail.",
                                Locale.forLanguageTag(organization.language()),
                                path(token),
                                organization.name(),
                                Invitations.VALID.toDays())));
    }

    /** Of the page where an invitation is accepted. */
    static String path(OrganizationToken token) {
        return "/invitations/" + token.text();
    }
}
