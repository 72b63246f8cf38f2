package io.taros.account;

import io.taros.account.AccountLinks.Purpose;
import io.taros.account.AccountMails.Content;
import io.taros.platform.jobs.JobHandler;
import io.taros.platform.mail.Mails;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends at least once. What a link carries is made here, when the mail is written, so that it never
 * lies in the table of jobs.
 */
@Component
class SendingLetters implements JobHandler<SendLetter> {
    private static final Logger LOG = LoggerFactory.getLogger(SendingLetters.class);

    private final Accounts accounts;
    private final Registrations registrations;
    private final AddressChanges changes;
    private final Devices devices;
    private final AccountLinks links;
    private final AccountMails letters;
    private final Mails mails;

    SendingLetters(
            Accounts accounts,
            Registrations registrations,
            AddressChanges changes,
            Devices devices,
            AccountLinks links,
            AccountMails letters,
            Mails mails) {
        this.accounts = accounts;
        this.registrations = registrations;
        this.changes = changes;
        this.devices = devices;
        this.links = links;
        this.letters = letters;
        this.mails = mails;
    }

    @Override
    public Class<SendLetter> type() {
        return SendLetter.class;
    }

    /** With ever longer pauses, more than two hours in all. */
    @Override
    public int attempts() {
        return 13;
    }

    @Override
    public void handle(SendLetter job) {
        var subject = job.subject();
        if (mails.isOn() && subject != null) {
            content(job.letter(), subject).map(letters::write).ifPresent(mails::send);
        }
    }

    @Override
    public void exhausted(SendLetter job, Throwable cause) {
        LOG.warn(
                "The mail {} about {} could not be sent: {}",
                job.letter(),
                job.subject(),
                cause.getMessage());
    }

    private Optional<Content> content(Letter letter, UUID subject) {
        return switch (letter) {
            case REGISTRATION, KNOWN -> registrations.find(subject).map(this::registered);
            case RESET ->
                    account(subject)
                            .map(account ->
                                    to(account, letter, link("/reset", Purpose.RESET, subject)));
            case NEW_ADDRESS -> changes.find(subject).flatMap(this::newAddress);
            case ADDRESS_CHANGED -> changes.find(subject).flatMap(this::oldAddress);
            case NEW_DEVICE -> devices.find(subject).flatMap(this::newDevice);
            case PASSWORD_CHANGED ->
                    account(subject).map(account -> to(account, letter, "/forgotten"));
            case FACTOR_ADDED,
                    FACTOR_REMOVED,
                    RECOVERY_USED,
                    IDENTITY_LINKED,
                    IDENTITY_UNLINKED,
                    PASSKEY_ADDED,
                    PASSKEY_REMOVED,
                    PASSKEY_COPIED ->
                    account(subject).map(account -> to(account, letter, "/account/security"));
            case MARKETING ->
                    account(subject)
                            .map(account ->
                                    to(account, letter, link("/news", Purpose.MARKETING, subject)));
        };
    }

    /** Only here it shows whether the address has an account: to its owner. */
    private Content registered(Registrations.Registration wish) {
        return accounts.findByEmail(wish.email())
                .map(known -> to(known, Letter.KNOWN, "/sign-in"))
                .orElseGet(() ->
                        new Content(
                                Letter.REGISTRATION,
                                wish.email(),
                                wish.locale(),
                                link("/register/confirmation", Purpose.REGISTRATION, wish.id()),
                                List.of(wish.name()),
                                null));
    }

    private Optional<Content> newAddress(AddressChanges.Change change) {
        return accounts.find(change.accountId())
                .filter(_ -> accounts.findByEmail(change.newEmail()).isEmpty())
                .map(account ->
                        new Content(
                                Letter.NEW_ADDRESS,
                                change.newEmail(),
                                account.locale(),
                                link("/account-address", Purpose.NEW_ADDRESS, change.id()),
                                List.of(account.name()),
                                account.id()));
    }

    private Optional<Content> oldAddress(AddressChanges.Change change) {
        return accounts.find(change.accountId())
                .map(account ->
                        new Content(
                                Letter.ADDRESS_CHANGED,
                                change.oldEmail(),
                                account.locale(),
                                link("/account-address/undo", Purpose.UNDO_ADDRESS, change.id()),
                                List.of(account.name()),
                                account.id()));
    }

    private Optional<Content> newDevice(Devices.Device device) {
        return accounts.find(device.accountId())
                .map(account ->
                        new Content(
                                Letter.NEW_DEVICE,
                                account.email(),
                                account.locale(),
                                "/account/sessions",
                                List.of(account.name(), device.family()),
                                account.id()));
    }

    private Optional<Account> account(UUID id) {
        return accounts.find(new Account.Id(id));
    }

    private String link(String path, Purpose purpose, UUID subject) {
        return path + "?token=" + links.make(purpose, subject);
    }

    private static Content to(Account account, Letter letter, String path) {
        return new Content(
                letter,
                account.email(),
                account.locale(),
                path,
                List.of(account.name()),
                account.id());
    }
}
