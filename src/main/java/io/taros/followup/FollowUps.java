package io.taros.followup;

import io.taros.conversation.Conversation;
import io.taros.conversation.Leads;
import io.taros.conversation.PersonReplied;
import io.taros.conversation.VisitorIdentities;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.mail.Mails;
import io.taros.platform.security.Tenancy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When replies follow visitors by mail, and where. */
@Component
public class FollowUps {
    /** Whoever looks at the chat within this time gets no mail. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Mails mails;
    private final Jobs jobs;
    private final Leads leads;
    private final VisitorIdentities identities;
    private final MailThreads threads;
    private final ReplyAddresses addresses;
    private final InstantSource clock;

    FollowUps(
            Mails mails,
            Jobs jobs,
            Leads leads,
            VisitorIdentities identities,
            MailThreads threads,
            ReplyAddresses addresses,
            InstantSource clock) {
        this.mails = mails;
        this.jobs = jobs;
        this.leads = leads;
        this.identities = identities;
        this.threads = threads;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** In the transaction of the reply. */
    @EventListener
    void on(PersonReplied reply) {
        if (mails.isOn()) {
            jobs.enqueueAt(
                    new SendFollowUp(Tenancy.organization(), reply.conversation(), reply.place()),
                    clock.instant().plus(PATIENCE));
        }
    }

    public Following following(Conversation.Id conversation) {
        var thread = threads.find(conversation).orElse(null);
        var email = addressOf(conversation).orElse(null);
        return new Following(
                way(email, thread),
                email,
                thread == null ? null : thread.mailedAt(),
                thread != null && thread.failedAt() != null,
                thread == null ? 0 : thread.refused());
    }

    private Following.Way way(@Nullable String email, @Nullable MailThread thread) {
        if (!mails.isOn()) {
            return Following.Way.NO_MAIL;
        }
        if (email == null) {
            return Following.Way.NO_ADDRESS;
        }
        if (thread != null && thread.stoppedAt() != null) {
            return Following.Way.STOPPED;
        }
        return addresses.isOn() ? Following.Way.BOTH_WAYS : Following.Way.ONE_WAY;
    }

    /** The one left last in this conversation, else the one the website signed for. */
    Optional<String> addressOf(Conversation.Id conversation) {
        return leads.list(conversation).reversed().stream()
                .flatMap(lead -> Stream.ofNullable(lead.contact().email()))
                .findFirst()
                .or(() ->
                        identities
                                .find(conversation)
                                .flatMap(known -> Optional.ofNullable(known.email())));
    }
}
