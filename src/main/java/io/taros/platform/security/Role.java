package io.taros.platform.security;

import static io.taros.platform.security.Permission.ACCOUNT;
import static io.taros.platform.security.Permission.ANSWER;
import static io.taros.platform.security.Permission.ANSWER_IMPROVE;
import static io.taros.platform.security.Permission.API_KEY_MANAGE;
import static io.taros.platform.security.Permission.AUDIT_READ;
import static io.taros.platform.security.Permission.BOT_READ;
import static io.taros.platform.security.Permission.BOT_WRITE;
import static io.taros.platform.security.Permission.CONVERSATION_READ;
import static io.taros.platform.security.Permission.CONVERSATION_REPLY;
import static io.taros.platform.security.Permission.DRAFT_READ;
import static io.taros.platform.security.Permission.DRAFT_WRITE;
import static io.taros.platform.security.Permission.EGRESS_READ;
import static io.taros.platform.security.Permission.GOLDEN_FROM_CONVERSATION;
import static io.taros.platform.security.Permission.GOLDEN_READ;
import static io.taros.platform.security.Permission.GOLDEN_WRITE;
import static io.taros.platform.security.Permission.INSIGHT_READ;
import static io.taros.platform.security.Permission.KNOWLEDGE_READ;
import static io.taros.platform.security.Permission.KNOWLEDGE_WRITE;
import static io.taros.platform.security.Permission.LEAD_MANAGE;
import static io.taros.platform.security.Permission.LEAD_READ;
import static io.taros.platform.security.Permission.MEMBER_MANAGE;
import static io.taros.platform.security.Permission.ORGANIZATION_MANAGE;
import static io.taros.platform.security.Permission.PARTNER_MANAGE;
import static io.taros.platform.security.Permission.SUBJECT_REQUEST_MANAGE;
import static io.taros.platform.security.Permission.VISITOR_BLOCK;
import static io.taros.platform.security.Permission.WEBHOOK_MANAGE;

import java.util.EnumSet;
import java.util.Set;

/** A member's place in an organization. */
public enum Role {
    OWNER(Permission.ofAnOrganization()),
    ADMIN(
            EnumSet.of(
                    ACCOUNT,
                    BOT_READ,
                    BOT_WRITE,
                    KNOWLEDGE_READ,
                    KNOWLEDGE_WRITE,
                    ANSWER,
                    CONVERSATION_READ,
                    CONVERSATION_REPLY,
                    VISITOR_BLOCK,
                    LEAD_READ,
                    LEAD_MANAGE,
                    ANSWER_IMPROVE,
                    GOLDEN_READ,
                    GOLDEN_WRITE,
                    DRAFT_READ,
                    DRAFT_WRITE,
                    GOLDEN_FROM_CONVERSATION,
                    INSIGHT_READ,
                    API_KEY_MANAGE,
                    WEBHOOK_MANAGE,
                    MEMBER_MANAGE,
                    ORGANIZATION_MANAGE,
                    AUDIT_READ,
                    EGRESS_READ,
                    SUBJECT_REQUEST_MANAGE,
                    PARTNER_MANAGE)),
    /** Keeps knowledge and bot. */
    EDITOR(
            EnumSet.of(
                    ACCOUNT,
                    BOT_READ,
                    BOT_WRITE,
                    KNOWLEDGE_READ,
                    KNOWLEDGE_WRITE,
                    ANSWER,
                    GOLDEN_READ,
                    GOLDEN_WRITE,
                    DRAFT_READ,
                    DRAFT_WRITE,
                    INSIGHT_READ)),
    /** Works in the inbox. */
    AGENT(
            EnumSet.of(
                    ACCOUNT,
                    BOT_READ,
                    KNOWLEDGE_READ,
                    ANSWER,
                    CONVERSATION_READ,
                    CONVERSATION_REPLY,
                    VISITOR_BLOCK,
                    LEAD_READ,
                    LEAD_MANAGE,
                    GOLDEN_READ,
                    DRAFT_READ)),
    /** Reads everything that is not about people's access. */
    ANALYST(
            EnumSet.of(
                    ACCOUNT,
                    BOT_READ,
                    KNOWLEDGE_READ,
                    CONVERSATION_READ,
                    LEAD_READ,
                    GOLDEN_READ,
                    DRAFT_READ,
                    EGRESS_READ,
                    INSIGHT_READ)),
    BILLING(EnumSet.of(ACCOUNT));

    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = Set.copyOf(permissions);
    }

    public Set<Permission> permissions() {
        return permissions;
    }
}
