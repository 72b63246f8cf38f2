package io.taros.egress;

import io.taros.platform.egress.Destinations;
import io.taros.platform.egress.Destinations.Destination;
import io.taros.platform.egress.Purpose;
import io.taros.platform.egress.Vendor;
import io.taros.platform.egress.Vendors;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who gets something as this installation is set up, and who the catalogue knows besides. */
@Component
class KnownVendors {
    private final Vendors vendors;
    private final List<Destinations> destinations;

    KnownVendors(Vendors vendors, List<Destinations> destinations) {
        this.vendors = vendors;
        this.destinations = destinations;
    }

    /** What is switched on, each with all it is called for; servers of one's own left out. */
    Map<Vendor, Set<Purpose>> switchedOn() {
        var found = new LinkedHashMap<Vendor, Set<Purpose>>();
        for (var each : list()) {
            var vendor = vendors.at(each.host());
            if (!vendor.isOwn()) {
                found.computeIfAbsent(vendor, _ -> EnumSet.noneOf(Purpose.class))
                        .add(each.purpose());
            }
        }
        return found;
    }

    List<Destination> list() {
        return destinations.stream().flatMap(each -> each.list().stream()).toList();
    }

    /** Those of the catalogue, and strangers that are set up all the same. */
    Collection<Vendor> all() {
        var all = new ArrayList<>(vendors.all());
        switchedOn().keySet().stream().filter(one -> !all.contains(one)).forEach(all::add);
        return all;
    }

    /** As people know it; the name of its server where the catalogue does not know it. */
    String nameOf(String id) {
        return vendors.find(id).map(Vendor::name).orElse(id);
    }
}
