package io.taros.followup;

import io.taros.platform.web.Branding;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The two ways that mail goes. */
@Component
record MailSides(
        SendingFollowUp out,
        MailboxWatch in,
        TakeMail take,
        MailThreads threads,
        FollowUps followUps,
        ReplyAddresses addresses,
        Branding branding,
        MessageSource texts) {}
