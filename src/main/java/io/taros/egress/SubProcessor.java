package io.taros.egress;

import io.taros.platform.egress.Area;
import io.taros.platform.egress.DataKind;
import io.taros.platform.egress.Purpose;
import io.taros.platform.egress.Safeguard;
import io.taros.platform.egress.Vendor;
import java.net.URI;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vendor that may get personal data, as the public list says it.
 *
 * @param from the first day, where that was announced
 */
public record SubProcessor(
        String id,
        String name,
        @Nullable String country,
        Area area,
        Safeguard safeguard,
        @Nullable URI agreement,
        List<Purpose> purposes,
        @Nullable LocalDate from) {
    public SubProcessor {
        purposes = List.copyOf(purposes);
    }

    static SubProcessor of(
            Vendor vendor, Collection<Purpose> purposes, @Nullable LocalDate announced) {
        return new SubProcessor(
                vendor.id(),
                vendor.name(),
                vendor.country(),
                vendor.area(),
                vendor.safeguard(),
                vendor.agreement(),
                purposes.stream().sorted().toList(),
                announced == null ? vendor.from() : announced);
    }

    public boolean isComing(LocalDate today) {
        return from != null && from.isAfter(today);
    }

    boolean isOfModels() {
        return purposes.stream().anyMatch(Purpose::isOfModels);
    }

    /** All that it may get. */
    public List<DataKind> data() {
        return purposes.stream()
                .flatMap(purpose -> purpose.data().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
