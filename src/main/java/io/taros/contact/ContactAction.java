package io.taros.contact;

import io.taros.platform.audit.AuditAction;

/** What staff does with what people wrote, in the installation's audit log. */
enum ContactAction implements AuditAction {
    READ("contact.read"),
    CLOSED("contact.closed"),
    COPIED("contact.copied"),
    ERASED("contact.erased");

    private final String code;

    ContactAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
