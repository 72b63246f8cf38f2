package io.taros.rights;

import io.taros.platform.audit.AuditAction;

/** What this module writes to the audit log: numbers and counts, never who or what. */
enum RightsAction implements AuditAction {
    OPENED("data-subject-request.opened"),
    EXTENDED("data-subject-request.extended"),
    CLOSED("data-subject-request.closed"),
    EXPORTED("data-subject-request.exported"),
    FETCHED("data-subject-request.fetched"),
    CORRECTED("data-subject-request.corrected"),
    RESTRICTED("data-subject-request.restricted"),
    RESTRICTION_LIFTED("data-subject-request.restriction-lifted"),
    ERASURE_BEGUN("data-subject-request.erasure-begun"),
    ERASED("data-subject-request.erased"),
    SEARCHED("data-subject-request.searched"),
    ACCOUNT_EXPORTED("account.exported");

    private final String code;

    RightsAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
