package io.taros.platform.crypto;

import io.taros.platform.audit.AuditAction;

/** What happens to keys. */
enum KeyAction implements AuditAction {
    RENEWED("key.renewed"),
    /** Nothing opens with it any more. */
    DESTROYED("key.destroyed"),
    /** In the installation's log. */
    MASTER_RENEWED("key.master-renewed");

    private final String code;

    KeyAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
