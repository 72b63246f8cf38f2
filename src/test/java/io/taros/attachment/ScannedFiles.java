package io.taros.attachment;

import io.taros.platform.egress.Egress;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** Files that a scanner is asked about. */
public final class ScannedFiles {
    private ScannedFiles() {}

    public static AttachmentSettings settings(FakeClamd scanner) {
        return settings(scanner, DataSize.ofMegabytes(1));
    }

    public static AttachmentSettings settings(FakeClamd scanner, DataSize leastSpace) {
        return new AttachmentSettings(
                DataSize.ofMegabytes(1),
                5,
                DataSize.ofMegabytes(2),
                leastSpace,
                scanner.address(),
                Duration.ofSeconds(2));
    }

    public static CheckFile checked(FakeClamd scanner, Egress egress) {
        return new CheckFile(new Scanner(settings(scanner), egress));
    }
}
