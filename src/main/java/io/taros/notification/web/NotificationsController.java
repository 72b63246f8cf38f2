package io.taros.notification.web;

import io.taros.notification.Channel;
import io.taros.notification.Channels;
import io.taros.notification.Deliveries;
import io.taros.notification.Delivery;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/settings/notifications")
class NotificationsController {
    private static final int SHOWN = 30;
    private static final String HERE = "/settings/notifications";

    record Form(Channel.@Nullable Kind kind, @Nullable String name, @Nullable String url) {
        private NotificationsPage.Draft draft() {
            return new NotificationsPage.Draft(
                    kind == null ? Channel.Kind.SLACK : kind,
                    name == null ? "" : name,
                    url == null ? "" : url);
        }
    }

    private final Channels channels;
    private final Deliveries deliveries;
    private final RateLimits limits;

    NotificationsController(Channels channels, Deliveries deliveries, RateLimits limits) {
        this.channels = channels;
        this.deliveries = deliveries;
        this.limits = limits;
    }

    @GetMapping
    @Requires(Permission.ORGANIZATION_MANAGE)
    NotificationsPage list() {
        return page(null, NotificationsPage.Draft.NONE, FormErrors.NONE);
    }

    @PostMapping
    @Requires(Permission.ORGANIZATION_MANAGE)
    View add(Form form) {
        var draft = form.draft();
        try {
            var added = channels.add(draft.kind(), draft.name(), draft.url());
            return added.secret() == null
                    ? new Redirect(HERE)
                    : page(added.secret(), NotificationsPage.Draft.NONE, FormErrors.NONE);
        } catch (BadInput refused) {
            return page(null, draft, FormErrors.of(refused));
        }
    }

    @PostMapping("/{id}/test")
    @Requires(Permission.ORGANIZATION_MANAGE)
    Redirect test(@PathVariable UUID id) {
        limits.take(Limit.NOTIFICATION_TEST, Tenancy.organization().toString());
        deliveries.test(new Channel.Id(id));
        return new Redirect(HERE);
    }

    @PostMapping("/deliveries/{id}/again")
    @Requires(Permission.ORGANIZATION_MANAGE)
    Redirect again(@PathVariable UUID id) {
        limits.take(Limit.NOTIFICATION_TEST, Tenancy.organization().toString());
        deliveries.again(new Delivery.Id(id));
        return new Redirect(HERE);
    }

    @PostMapping("/{id}/removal")
    @Requires(Permission.ORGANIZATION_MANAGE)
    Redirect remove(@PathVariable UUID id) {
        channels.remove(new Channel.Id(id));
        return new Redirect(HERE);
    }

    private NotificationsPage page(
            @Nullable String secret, NotificationsPage.Draft draft, FormErrors errors) {
        return new NotificationsPage(
                channels.list(), deliveries.latest(SHOWN), secret, draft, errors);
    }
}
