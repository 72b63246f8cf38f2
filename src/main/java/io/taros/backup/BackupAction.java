package io.taros.backup;

import io.taros.platform.audit.AuditAction;

/** What this module writes to the installation's audit log. */
enum BackupAction implements AuditAction {
    MADE("backup.made"),
    /** None of the attempts of a night came to an end. */
    FAILED("backup.failed"),
    RESTORED("backup.restored"),
    /** What was erased after the backup, erased again. */
    REPLAYED("backup.erasures-replayed");

    private final String code;

    BackupAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
