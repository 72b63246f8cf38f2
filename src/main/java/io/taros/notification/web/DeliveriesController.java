package io.taros.notification.web;

import io.taros.notification.Channel;
import io.taros.notification.Deliveries;
import io.taros.notification.Delivery;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import io.taros.platform.web.Redirect;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What is sent because somebody pressed a button. */
@Controller
@RequestMapping("/settings/notifications/{id}")
class DeliveriesController {
    private final Deliveries deliveries;
    private final RateLimits limits;

    DeliveriesController(Deliveries deliveries, RateLimits limits) {
        this.deliveries = deliveries;
        this.limits = limits;
    }

    @PostMapping("/test")
    @Requires(Permission.WEBHOOK_MANAGE)
    Redirect test(@PathVariable UUID id) {
        limits.take(Limit.NOTIFICATION_TEST, Tenancy.organization().toString());
        deliveries.test(new Channel.Id(id));
        return here(id);
    }

    @PostMapping("/deliveries/{delivery}/again")
    @Requires(Permission.WEBHOOK_MANAGE)
    Redirect again(@PathVariable UUID id, @PathVariable UUID delivery) {
        limits.take(Limit.NOTIFICATION_TEST, Tenancy.organization().toString());
        deliveries.again(new Channel.Id(id), new Delivery.Id(delivery));
        return here(id);
    }

    private static Redirect here(UUID id) {
        return new Redirect("/settings/notifications/" + id);
    }
}
