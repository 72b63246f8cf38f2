package io.taros.staff;

import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.backup.BackupFailed;
import io.taros.legal.OperatorSettings;
import io.taros.platform.jobs.JobHandler;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.mail.Letters;
import io.taros.platform.mail.Mails;
import io.taros.platform.web.Brand;
import io.taros.platform.web.Dates;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A backup that failed at night is known in the morning: to the operator's address, or to all staff
 * where there is none. Sends at least once. Without mail there are health and the staff's log.
 */
@Component
class TellingOfBackup implements JobHandler<TellOfBackup> {
    private record Reader(String mailbox, Locale language) {}

    private static final Logger LOG = LoggerFactory.getLogger(TellingOfBackup.class);

    private final OperatorSettings operator;
    private final StaffMembers staff;
    private final Accounts accounts;
    private final Letters letters;
    private final Mails mails;
    private final Jobs jobs;

    TellingOfBackup(
            OperatorSettings operator,
            StaffMembers staff,
            Accounts accounts,
            Letters letters,
            Mails mails,
            Jobs jobs) {
        this.operator = operator;
        this.staff = staff;
        this.accounts = accounts;
        this.letters = letters;
        this.mails = mails;
        this.jobs = jobs;
    }

    @EventListener
    void on(BackupFailed failed) {
        jobs.enqueue(new TellOfBackup(failed.day()));
    }

    @Override
    public Class<TellOfBackup> type() {
        return TellOfBackup.class;
    }

    /** With ever longer pauses, more than two hours in all. */
    @Override
    public int attempts() {
        return 13;
    }

    @Override
    public void handle(TellOfBackup job) {
        if (!mails.isOn()) {
            return;
        }
        for (var reader : readers()) {
            mails.send(
                    letters.seal(
                            "backup-failed." + job.day() + "." + reader.mailbox(),
                            reader.mailbox(),
                            letters.letter(
                                    Brand.OWN,
                                    "staff.backup.",
                                    reader.language(),
                                    "/staff/audit-log",
                                    Dates.day(job.day(), reader.language()))));
        }
    }

    @Override
    public void exhausted(TellOfBackup job, Throwable cause) {
        LOG.warn(
                "Nobody could be told by mail that the backup of {} failed: {}",
                job.day(),
                cause.getMessage());
    }

    private List<Reader> readers() {
        var contact = operator.contact();
        if (contact != null) {
            return List.of(new Reader(contact, Locale.ENGLISH));
        }
        return staff.list().stream()
                .map(member -> accounts.find(member.accountId()))
                .flatMap(Optional::stream)
                .map(TellingOfBackup::reader)
                .toList();
    }

    private static Reader reader(Account account) {
        return new Reader(account.email(), Locale.forLanguageTag(account.locale()));
    }
}
