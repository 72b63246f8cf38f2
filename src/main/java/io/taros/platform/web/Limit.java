package io.taros.platform.web;

import java.time.Duration;

/** All limits, in one list. Documented in docs/api.md. */
public enum Limit {
    /** Sign-in attempts from one address. */
    SIGN_IN_ADDRESS(20, Duration.ofMinutes(5)),
    /** Sign-in attempts for one e-mail. */
    SIGN_IN_EMAIL(10, Duration.ofMinutes(10)),
    /** Failed sign-ins for one e-mail before the next try costs a puzzle. */
    FAILED_EMAIL(3, Duration.ofMinutes(15)),
    /** The same from one address. */
    FAILED_ADDRESS(5, Duration.ofMinutes(15)),
    /** Second factors and renewed proofs, by account. */
    PROOF(10, Duration.ofMinutes(10)),
    /** Registrations and forgotten passwords, from one address. */
    MAIL_ADDRESS(20, Duration.ofHours(1)),
    /** The same for one e-mail: nobody shall be able to fill somebody's mailbox. */
    MAIL_EMAIL(5, Duration.ofHours(1)),
    /** Messages to the operator by the contact form, from one address, refused ones too. */
    CONTACT(20, Duration.ofHours(1)),
    /** Those of them that were kept, before the next costs a puzzle. */
    CONTACT_WRITTEN(2, Duration.ofHours(1)),
    /** The same from everywhere: beyond it everybody's costs one. */
    CONTACT_FLOOD(60, Duration.ofHours(1)),
    /** Links of mails opened, from one address. */
    LINK(60, Duration.ofMinutes(10)),
    /** Attempts at the set-up code of a fresh installation. */
    SET_UP(10, Duration.ofMinutes(10)),
    /** Any REST call of one API key. */
    API(600, Duration.ofMinutes(1)),
    /** REST calls from one address that nobody's key came with. */
    STRANGER(600, Duration.ofMinutes(1)),
    /** Pages, from one address that nobody is signed in from. */
    PAGE(600, Duration.ofMinutes(1)),
    /** Answers asked over REST or in the playground, by organization. */
    ANSWER(300, Duration.ofMinutes(1)),
    /** Sources added, changed or synced, by organization. */
    SOURCE(600, Duration.ofMinutes(1)),
    /** Documents handed in by a program, by organization. */
    DOCUMENT(6000, Duration.ofMinutes(1)),
    /** Uploaded files looked at and pages of them drawn, by organization. */
    ORIGINAL(600, Duration.ofMinutes(1)),
    /** Tables of questions looked at or imported, by organization. */
    TABLE(120, Duration.ofHours(1)),
    /** Sites looked at to show which pages rules would match, by organization. */
    SITE_PREVIEW(60, Duration.ofMinutes(10)),
    /** Runs of golden questions, by organization. */
    GOLDEN_RUN(60, Duration.ofHours(1)),
    /** Copies of what is held about somebody, by organization; of one's own account, by account. */
    EXPORT(30, Duration.ofHours(1)),
    /** Invitations sent, by organization. */
    INVITATION(60, Duration.ofHours(1)),
    /** Records of domains looked up because somebody pressed a button, by organization. */
    DOMAIN_CHECK(60, Duration.ofHours(1)),
    /** Questions of proxies whether a name is served here, from one address. */
    TLS_CHECK(120, Duration.ofMinutes(1)),
    /** Refusals written to the audit log, by who was refused: a few tell as much as thousands. */
    REFUSED(20, Duration.ofHours(1)),
    /** Notifications sent because somebody pressed a button, by organization, or to oneself. */
    NOTIFICATION_TEST(60, Duration.ofHours(1)),
    /** Replies and notes of one member. */
    REPLY(120, Duration.ofMinutes(1)),
    /** Searches in conversations, by member. */
    SEARCH(30, Duration.ofMinutes(1)),
    /** How often the visitor of one conversation asks for a person or ends it. */
    HANDOVER(6, Duration.ofMinutes(10)),
    /** How often one member or one conversation's visitor says that they are writing. */
    TYPING(60, Duration.ofMinutes(1)),
    /** How often one conversation's visitor says how far they have looked. */
    SEEN(60, Duration.ofMinutes(1)),
    /** New conversations from one address. */
    CONVERSATION(20, Duration.ofMinutes(10)),
    /** Messages of one conversation. */
    MESSAGE(20, Duration.ofMinutes(1)),
    /** Messages from one address, over all its conversations. */
    MESSAGE_ADDRESS(60, Duration.ofMinutes(1)),
    /** Messages to one bot from one address in a day: what one visitor can cost at most. */
    MESSAGE_DAY(300, Duration.ofDays(1)),
    /** Messages to one bot from everywhere. */
    MESSAGE_BOT(6000, Duration.ofMinutes(1)),
    /** Floods and limits met from one address before whatever follows costs a puzzle. */
    MISCHIEF(1, Duration.ofDays(1)),
    /** Ratings by the visitor of one conversation. */
    RATING(60, Duration.ofHours(1)),
    /** Forms from one address, over all its conversations. */
    LEAD_ADDRESS(30, Duration.ofHours(1)),
    /** Forms to one bot from everywhere. */
    LEAD_BOT(600, Duration.ofHours(1)),
    /** Forms that the visitor of one conversation sends, refused ones too. */
    LEAD(20, Duration.ofHours(1)),
    /** Files that the visitor of one conversation attaches, refused ones too. */
    FILE(30, Duration.ofHours(1)),
    /** The same from one address, over all its conversations. */
    FILE_ADDRESS(60, Duration.ofHours(1)),
    /** Files to one bot from one address in a day. */
    FILE_DAY(200, Duration.ofDays(1)),
    /** Files to one bot from everywhere in a day: what its visitors can fill at most. */
    FILE_BOT(3000, Duration.ofDays(1)),
    /** Files that the visitor of one conversation looks at; those that one address does. */
    FILE_READ(120, Duration.ofMinutes(1)),
    /** Copies of one conversation asked for by mail. */
    TRANSCRIPT(3, Duration.ofHours(1)),
    /** Anything else in the visitor channel, from one address. */
    VISITOR(600, Duration.ofMinutes(1));

    private final long capacity;
    private final Duration period;

    Limit(long capacity, Duration period) {
        this.capacity = capacity;
        this.period = period;
    }

    public long capacity() {
        return capacity;
    }

    public Duration period() {
        return period;
    }
}
