package io.taros.organization;

import io.taros.platform.datamap.Evidence;
import java.io.IOException;
import java.io.Writer;
import org.springframework.stereotype.Component;

/** The audit log with its hashes and signatures. */
@Component
class AuditEvidence implements Evidence {
    private final AuditExport export;

    AuditEvidence(AuditExport export) {
        this.export = export;
    }

    @Override
    public String file() {
        return "audit-log.jsonl";
    }

    @Override
    public void write(Writer out) throws IOException {
        export.proof(out);
    }
}
