package io.taros.attachment;

import io.taros.attachment.Clamd.Verdict;
import io.taros.platform.StartRefused;
import io.taros.platform.egress.Destinations;
import io.taros.platform.egress.Egress;
import io.taros.platform.egress.Purpose;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/** Looks files through for malware, where the operator has something that does. */
@Component
@EnableConfigurationProperties(AttachmentSettings.class)
class Scanner implements Destinations {
    private final Optional<Clamd> clamd;
    private final Egress egress;

    Scanner(AttachmentSettings settings, Egress egress) {
        clamd = at(settings);
        this.egress = egress;
    }

    Verdict ask(InputStreamSource content) throws InterruptedException, IOException {
        if (clamd.isEmpty()) {
            return new Verdict.Clean();
        }
        var asked = clamd.get();
        try (var bytes = content.getInputStream();
                var call = egress.begin(Purpose.MALWARE_SCAN, asked.host())) {
            return asked.ask(bytes, call);
        }
    }

    @Override
    public List<Destination> list() {
        return clamd.map(Clamd::host).stream()
                .flatMap(Stream::ofNullable)
                .map(host -> new Destination(Purpose.MALWARE_SCAN, host, null))
                .toList();
    }

    private static Optional<Clamd> at(AttachmentSettings settings) {
        if (settings.clamav().isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Clamd.at(settings.clamav().strip(), settings.clamavPatience()));
        } catch (IllegalArgumentException e) {
            throw new StartRefused(
                    "taros.attachments.clamav is host:port or the path of clamd's socket, not \"%s\"."
                            .formatted(settings.clamav()),
                    e);
        }
    }
}
