package io.taros.backup;

import java.time.LocalDate;

/** No backup could be made on this day. */
public record BackupFailed(LocalDate day) {}
