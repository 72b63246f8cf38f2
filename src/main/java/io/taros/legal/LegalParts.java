package io.taros.legal;

import io.taros.legal.web.Parts;
import io.taros.platform.datamap.Dataset;
import io.taros.platform.datamap.Datasets;
import io.taros.platform.datamap.Part;
import io.taros.platform.datamap.Place;
import io.taros.platform.egress.Destinations;
import io.taros.platform.egress.Purpose;
import io.taros.platform.egress.Vendor;
import io.taros.platform.egress.Vendors;
import io.taros.privacy.Holdings;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What the texts say of this installation as it is set up: what is switched on is what is listed.
 */
@Component
class LegalParts {
    private final Holdings holdings;
    private final Datasets datasets;
    private final Vendors vendors;
    private final List<Destinations> destinations;

    LegalParts(
            Holdings holdings,
            Datasets datasets,
            Vendors vendors,
            List<Destinations> destinations) {
        this.holdings = holdings;
        this.datasets = datasets;
        this.vendors = vendors;
        this.destinations = destinations;
    }

    /** An agreement about processing is about that alone; a policy about everything. */
    Parts of(TextKind kind) {
        return new Parts(
                holdings.usual().stream()
                        .filter(processing ->
                                kind != TextKind.DATA_PROCESSING
                                        || processing.purpose().part() == Part.PROCESSOR)
                        .toList(),
                storage(),
                recipients());
    }

    List<Dataset> storage() {
        return datasets.all().stream().filter(dataset -> dataset.place() == Place.BROWSER).toList();
    }

    private List<Parts.Recipient> recipients() {
        var found = new LinkedHashMap<Vendor, Set<Purpose>>();
        for (var module : destinations) {
            for (var destination : module.list()) {
                var vendor = vendors.at(destination.host());
                if (!vendor.isOwn()) {
                    found.computeIfAbsent(vendor, _ -> EnumSet.noneOf(Purpose.class))
                            .add(destination.purpose());
                }
            }
        }
        return found.entrySet().stream()
                .map(entry -> new Parts.Recipient(entry.getKey(), entry.getValue()))
                .toList();
    }
}
