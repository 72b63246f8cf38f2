package io.taros.platform.security;

import static io.taros.platform.security.Permission.ACCOUNT;
import static io.taros.platform.security.Permission.ANSWER;
import static io.taros.platform.security.Permission.BOT_READ;
import static io.taros.platform.security.Permission.CONVERSATION_READ;
import static io.taros.platform.security.Permission.DRAFT_READ;
import static io.taros.platform.security.Permission.GOLDEN_READ;
import static io.taros.platform.security.Permission.INSIGHT_READ;
import static io.taros.platform.security.Permission.KNOWLEDGE_READ;
import static io.taros.platform.security.Permission.STAFF_ACCESS;
import static io.taros.platform.security.Permission.STAFF_APPROVE;
import static io.taros.platform.security.Permission.STAFF_AUDIT_READ;
import static io.taros.platform.security.Permission.STAFF_CONTACT;
import static io.taros.platform.security.Permission.STAFF_MANAGE;
import static io.taros.platform.security.Permission.STAFF_ORGANIZATION_MANAGE;
import static io.taros.platform.security.Permission.STAFF_ORGANIZATION_READ;
import static io.taros.platform.security.Permission.STAFF_PARTNER_CERTIFY;
import static io.taros.platform.security.Permission.STAFF_SIGN_OUT;

import java.util.EnumSet;
import java.util.Set;

/**
 * What somebody is among those who run the installation: what they may do in the staff area, and
 * what they may do in an organization that let them in. The two are never had at once.
 */
public enum StaffRole {
    /** Looks at what customers see, to help them, and answers whoever writes. */
    SUPPORT(EnumSet.of(STAFF_ORGANIZATION_READ, STAFF_ACCESS, STAFF_CONTACT), reading()),
    /** Seats and, later, invoices. Content is none of its business. */
    FINANCE(EnumSet.of(STAFF_ORGANIZATION_READ, STAFF_ORGANIZATION_MANAGE), Set.of()),
    /** Finds out why a bot answers as it does. */
    ENGINEER(EnumSet.of(STAFF_ORGANIZATION_READ, STAFF_ACCESS), asking()),
    ADMINISTRATOR(
            EnumSet.of(
                    STAFF_ORGANIZATION_READ,
                    STAFF_ORGANIZATION_MANAGE,
                    STAFF_PARTNER_CERTIFY,
                    STAFF_SIGN_OUT,
                    STAFF_CONTACT,
                    STAFF_ACCESS,
                    STAFF_APPROVE,
                    STAFF_MANAGE,
                    STAFF_AUDIT_READ),
            reading());

    private final Set<Permission> permissions;
    private final Set<Permission> inside;

    StaffRole(Set<Permission> permissions, Set<Permission> inside) {
        this.permissions = Set.copyOf(permissions);
        this.inside = Set.copyOf(inside);
    }

    /** In the staff area. */
    public Set<Permission> permissions() {
        return permissions;
    }

    /** In an organization that let them in; none for whoever has no business there. */
    public Set<Permission> inside() {
        return inside;
    }

    private static Set<Permission> reading() {
        return EnumSet.of(
                ACCOUNT,
                BOT_READ,
                KNOWLEDGE_READ,
                CONVERSATION_READ,
                GOLDEN_READ,
                DRAFT_READ,
                INSIGHT_READ);
    }

    private static Set<Permission> asking() {
        var more = EnumSet.copyOf(reading());
        more.add(ANSWER);
        return more;
    }
}
