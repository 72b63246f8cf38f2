package io.taros.nudge.web;

import io.taros.account.DeviceFamily;
import io.taros.account.Sessions;
import io.taros.nudge.DeliverPush;
import io.taros.nudge.PushDevice;
import io.taros.nudge.PushDevices;
import io.taros.nudge.Subscription;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Limit;
import io.taros.platform.web.NotFound;
import io.taros.platform.web.RateLimits;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The browsers in which somebody is told something. */
@Controller
@RequestMapping("/account/notifications/devices")
class PushDevicesController {
    private static final Redirect BACK = new Redirect("/account/notifications#devices");

    /** As the browser says it. */
    record NewDevice(@Nullable String endpoint, @Nullable String p256dh, @Nullable String auth) {
        Subscription subscription() {
            return new Subscription(
                    endpoint == null ? "" : endpoint,
                    p256dh == null ? "" : p256dh,
                    auth == null ? "" : auth);
        }
    }

    private final PushDevices devices;
    private final Sessions sessions;
    private final DeliverPush deliver;
    private final NudgesPages pages;
    private final RateLimits limits;

    PushDevicesController(
            PushDevices devices,
            Sessions sessions,
            DeliverPush deliver,
            NudgesPages pages,
            RateLimits limits) {
        this.sessions = sessions;
        this.devices = devices;
        this.deliver = deliver;
        this.pages = pages;
        this.limits = limits;
    }

    @PostMapping
    @Requires(Permission.ACCOUNT)
    View add(NewDevice form, Caller caller, HttpServletRequest request) {
        refuseGuests(caller);
        try {
            devices.add(
                    NudgesPages.idOf(caller),
                    form.subscription(),
                    new PushDevices.Seat(
                            DeviceFamily.of(request), sessions.browser(request).orElse("")));
            return BACK;
        } catch (BadInput refused) {
            return pages.page(caller, FormErrors.of(refused));
        }
    }

    @PostMapping("/{id}/end")
    @Requires(Permission.ACCOUNT)
    Redirect end(@PathVariable UUID id, Caller caller) {
        refuseGuests(caller);
        devices.remove(NudgesPages.idOf(caller), new PushDevice.Id(id));
        return BACK;
    }

    @PostMapping("/{id}/test")
    @Requires(Permission.ACCOUNT)
    Redirect test(@PathVariable UUID id, Caller caller) {
        refuseGuests(caller);
        limits.take(Limit.NOTIFICATION_TEST, "push." + NudgesPages.idOf(caller));
        deliver.test(NudgesPages.idOf(caller), new PushDevice.Id(id));
        return BACK;
    }

    private void refuseGuests(Caller caller) {
        if (!pages.isMember(caller)) {
            throw new NotFound();
        }
    }
}
