package io.taros.nudge;

import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.inbox.Presence;
import io.taros.nudge.Nudge.Medium;
import io.taros.nudge.NudgeMails.Told;
import io.taros.platform.jobs.JobHandler;
import io.taros.platform.mail.Mails;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends one mail about all that is due, and asks again before: whether it is still so, whether they
 * may see it, and whether they are looking at it anyway. Sends at least once.
 */
@Component
class TellingMember implements JobHandler<TellMember> {
    private static final Logger LOG = LoggerFactory.getLogger(TellingMember.class);

    private final Nudges nudges;
    private final Concerns concerns;
    private final Presence presence;
    private final Accounts accounts;
    private final NudgeMails letters;
    private final Mails mails;
    private final WishList wishes;

    TellingMember(
            Nudges nudges,
            Concerns concerns,
            Presence presence,
            Accounts accounts,
            NudgeMails letters,
            Mails mails,
            WishList wishes) {
        this.wishes = wishes;
        this.nudges = nudges;
        this.concerns = concerns;
        this.presence = presence;
        this.accounts = accounts;
        this.letters = letters;
        this.mails = mails;
    }

    @Override
    public Class<TellMember> type() {
        return TellMember.class;
    }

    /** With ever longer pauses, more than two hours in all. */
    @Override
    public int attempts() {
        return 13;
    }

    @Override
    public void handle(TellMember job) {
        var due = nudges.due(job.member(), Medium.MAIL, job.due());
        var isThere = presence.isOpen(job.member());
        var wish = wishes.get(job.member());
        var told =
                due.stream()
                        .filter(nudge -> wish.of(nudge.occasion()) != Wishes.Way.NEVER)
                        .filter(nudge -> !isThere || nudge.way() == Wishes.Way.DIGEST)
                        .flatMap(nudge -> concerns.still(nudge, job.member()).stream())
                        .toList();
        if (mails.isOn() && !told.isEmpty()) {
            accounts.find(job.member()).ifPresent(reader -> send(job, reader, told));
        }
        nudges.remove(due);
    }

    private void send(TellMember job, Account reader, List<Told> told) {
        mails.send(letters.write("nudge." + job.dedupeKey(), reader, told));
    }

    @Override
    public void exhausted(TellMember job, Throwable cause) {
        LOG.warn("Account {} could not be told by mail: {}", job.member(), cause.getMessage());
        nudges.remove(nudges.due(job.member(), Medium.MAIL, job.due()));
    }
}
