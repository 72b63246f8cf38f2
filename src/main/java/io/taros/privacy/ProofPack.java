package io.taros.privacy;

import io.taros.platform.audit.Audit;
import io.taros.platform.datamap.Evidence;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;

/** Everything the bound organization can show an auditor, in one archive. */
@Component
class ProofPack {
    /** Its end is the entry's, not the archive's. */
    private static final class Entry extends FilterWriter {
        Entry(Writer out) {
            super(out);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    private final List<Evidence> evidence;
    private final Audit audit;

    ProofPack(List<Evidence> evidence, Audit audit) {
        this.evidence = evidence.stream().sorted(Comparator.comparing(Evidence::file)).toList();
        this.audit = audit;
    }

    List<String> files() {
        return evidence.stream().map(Evidence::file).toList();
    }

    void write(OutputStream out) throws IOException {
        audit.record(PrivacyAction.PROOF_TAKEN);
        try (var archive = new ZipOutputStream(out)) {
            for (var one : evidence) {
                archive.putNextEntry(new ZipEntry(one.file()));
                var writer = new Entry(new OutputStreamWriter(archive, StandardCharsets.UTF_8));
                one.write(writer);
                writer.flush();
                archive.closeEntry();
            }
        }
    }
}
