package io.taros.conversation;

import io.taros.platform.audit.AuditAction;

/** What this module writes to the audit log. */
enum ConversationAction implements AuditAction {
    /** A person did something to who has the word, or who sees to it. */
    MOVED("conversation.moved"),
    DELETED("conversation.deleted"),
    FILE_REFUSED("conversation.file-refused"),
    RESTRICTED_READ("conversation.restricted-read"),
    TAGGED("conversation.tagged"),
    UNTAGGED("conversation.untagged"),
    TAG_ADDED("tag.added"),
    TAG_ARCHIVED("tag.archived"),
    TAG_BROUGHT_BACK("tag.brought-back");

    private final String code;

    ConversationAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
