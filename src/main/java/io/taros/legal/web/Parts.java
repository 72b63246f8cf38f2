package io.taros.legal.web;

import io.taros.platform.datamap.Dataset;
import io.taros.platform.datamap.Kept;
import io.taros.platform.egress.Purpose;
import io.taros.platform.egress.Vendor;
import io.taros.privacy.Processing;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What stands in a text and comes from how the installation is set up.
 *
 * @param storage what a browser keeps
 */
public record Parts(
        List<Processing> processings, List<Dataset> storage, List<Recipient> recipients) {
    /** Somebody else who gets something, and what for. */
    public record Recipient(Vendor vendor, Set<Purpose> purposes) {
        public Recipient {
            purposes = Set.copyOf(purposes);
        }
    }

    public Parts {
        processings = List.copyOf(processings);
        storage = List.copyOf(storage);
        recipients = List.copyOf(recipients);
    }

    /** As it stands in the keys of texts. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Of what a browser keeps. */
    public static Duration timeOf(Dataset dataset) {
        return dataset.kept() instanceof Kept.For(var time) ? time : Duration.ZERO;
    }
}
