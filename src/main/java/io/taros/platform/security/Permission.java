package io.taros.platform.security;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may do. Routes name one of these, roles and API keys are sets of them; this list,
 * {@link Role} and {@link StaffRole} are the only place where they meet.
 */
public enum Permission {
    /**
     * One's own account: sign out, switch organization, profile. Everybody signed in has it; no API
     * key does.
     */
    ACCOUNT(null),
    BOT_READ("bots:read"),
    BOT_WRITE("bots:write"),
    KNOWLEDGE_READ("sources:read"),
    KNOWLEDGE_WRITE("sources:write"),
    ANSWER("answers:write"),
    CONVERSATION_READ("conversations:read"),
    /** To write to visitors, and to decide who sees to a conversation and when it is over. */
    CONVERSATION_REPLY("conversations:write"),
    /**
     * To turn what a visitor asked into knowledge, which takes reading the one and writing the
     * other.
     */
    ANSWER_IMPROVE(null),
    /** The questions a bot is held to, and how it did. Running them takes {@link #ANSWER}. */
    GOLDEN_READ("golden:read"),
    GOLDEN_WRITE("golden:write"),
    /** What waits in a bot's draft; it can be asked with {@link #ANSWER}. */
    DRAFT_READ("drafts:read"),
    /** To open, publish and discard drafts. */
    DRAFT_WRITE("drafts:write"),
    /**
     * To decide whether changes must pass the golden questions, and to publish what has not. No key
     * can: a person answers for it.
     */
    DRAFT_OVERRIDE(null),
    /** To hold a bot to what a visitor asked, which takes reading the one and writing the other. */
    GOLDEN_FROM_CONVERSATION(null),
    /** To keep visitors from writing, and to let them again. */
    VISITOR_BLOCK(null),
    /** What visitors left to be reached by. */
    LEAD_READ("leads:read"),
    /** To say how far one is with a lead, to give, merge, delete and carry them away as a table. */
    LEAD_MANAGE("leads:write"),
    /** Sums over days and no conversation: who may not read those may still see how a bot does. */
    INSIGHT_READ("insights:read"),
    API_KEY_MANAGE(null),
    /** Where is told what happens, and whether that carries what was said. */
    WEBHOOK_MANAGE("webhooks:write"),
    /** To invite, to give and take roles, to make roles: never more than one has oneself. */
    MEMBER_MANAGE(null),
    /** The organization's name, its domains, and what is asked of its members at sign-in. */
    ORGANIZATION_MANAGE(null),
    /**
     * To hand the organization to somebody else, to close it, to let staff in, and to say which
     * provider signs its people in: whoever decides that could sign in as any of them. No role of
     * one's own making.
     */
    ORGANIZATION_OWN(null),
    AUDIT_READ(null),
    /** What left the house, and to whom: kinds and sizes, no content. */
    EGRESS_READ("egress:read"),
    /**
     * To find whatever is held about somebody who wrote, hand it over, correct and erase it: that
     * reads every conversation of the organization.
     */
    SUBJECT_REQUEST_MANAGE("data-subject-requests:write"),
    /** In a partner: to manage its clients, and to work in them where they let it. */
    PARTNER_MANAGE(null),
    /** Which organizations there are: names, dates and counts, and nothing of what is in them. */
    STAFF_ORGANIZATION_READ(null),
    /** How many seats an organization has. */
    STAFF_ORGANIZATION_MANAGE(null),
    /** Who is certified to manage other organizations. */
    STAFF_PARTNER_CERTIFY(null),
    /** To ask for access to what is in an organization, and to use it where it was given. */
    STAFF_ACCESS(null),
    /** To give access in an emergency, to anybody but oneself. */
    STAFF_APPROVE(null),
    /** Who is staff, and as what. */
    STAFF_MANAGE(null),
    /** To end the sessions of an account, or of everybody. */
    STAFF_SIGN_OUT(null),
    /** To read what people wrote to the operator by the contact form, to close and to erase it. */
    STAFF_CONTACT(null),
    STAFF_AUDIT_READ(null);

    /** Of the whole organization: nobody who is limited to some of its bots has them. */
    private static final Set<Permission> WHOLE =
            EnumSet.of(
                    API_KEY_MANAGE,
                    WEBHOOK_MANAGE,
                    MEMBER_MANAGE,
                    ORGANIZATION_MANAGE,
                    ORGANIZATION_OWN,
                    AUDIT_READ,
                    EGRESS_READ,
                    SUBJECT_REQUEST_MANAGE,
                    PARTNER_MANAGE);

    /** Of those who run the installation: no member, no key and no role of one's own has them. */
    private static final Set<Permission> STAFF =
            EnumSet.of(
                    STAFF_ORGANIZATION_READ,
                    STAFF_ORGANIZATION_MANAGE,
                    STAFF_PARTNER_CERTIFY,
                    STAFF_SIGN_OUT,
                    STAFF_CONTACT,
                    STAFF_ACCESS,
                    STAFF_APPROVE,
                    STAFF_MANAGE,
                    STAFF_AUDIT_READ);

    private final @Nullable String scope;

    Permission(@Nullable String scope) {
        this.scope = scope;
    }

    /** The name an API key carries it under; empty where no key can have it. */
    public Optional<String> scope() {
        return Optional.ofNullable(scope);
    }

    /** Whether it reaches beyond any one bot. */
    public boolean isWhole() {
        return WHOLE.contains(this);
    }

    /** Whether a role that an organization makes itself may hold it. */
    public boolean isGrantable() {
        return this != ACCOUNT && this != ORGANIZATION_OWN && !isStaff();
    }

    /** Whether it is about the installation rather than any organization. */
    public boolean isStaff() {
        return STAFF.contains(this);
    }

    /** All there is to do in one's own organization. */
    static Set<Permission> ofAnOrganization() {
        return EnumSet.complementOf(EnumSet.copyOf(STAFF));
    }

    public static Optional<Permission> ofScope(String scope) {
        return Arrays.stream(values())
                .filter(permission -> scope.equals(permission.scope))
                .findFirst();
    }
}
