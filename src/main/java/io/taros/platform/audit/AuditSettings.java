package io.taros.platform.audit;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the audit log's second witness is.
 *
 * @param checkpointFile to which signed ends of the audit logs are added, too; best on another disk
 *     or machine than the database, `audit/checkpoints.jsonl` in the data directory unless set
 */
@ConfigurationProperties("taros.audit")
record AuditSettings(@Nullable Path checkpointFile) {}
