package io.taros.egress;

import io.taros.platform.datamap.Evidence;
import io.taros.platform.egress.OutboundLog;
import java.io.IOException;
import java.io.Writer;
import org.springframework.stereotype.Component;

/** What left the house, a line a call. */
@Component
class OutboundEvidence implements Evidence {
    private final OutboundExport export;

    OutboundEvidence(OutboundExport export) {
        this.export = export;
    }

    @Override
    public String file() {
        return "outbound-data.csv";
    }

    @Override
    public void write(Writer out) throws IOException {
        export.write(OutboundLog.Filter.ALL, out);
    }
}
