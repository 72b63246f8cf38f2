package io.taros.egress;

import io.taros.platform.audit.Audit;
import io.taros.platform.egress.VendorNotices;
import io.taros.platform.web.NotFound;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An owner who was told of a vendor does not want to wait for its day. */
@Component
class AgreeToVendor {
    private final VendorNotices notices;
    private final Audit audit;
    private final InstantSource clock;

    AgreeToVendor(VendorNotices notices, Audit audit, InstantSource clock) {
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public void agree(String vendor) {
        if (!notices.agree(vendor, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))) {
            throw new NotFound();
        }
        audit.record(EgressAction.VENDOR_AGREED, null, Map.of("vendor", vendor));
    }
}
