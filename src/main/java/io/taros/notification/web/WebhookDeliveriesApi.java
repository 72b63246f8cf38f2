package io.taros.notification.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taros.notification.Channel;
import io.taros.notification.Channels;
import io.taros.notification.Deliveries;
import io.taros.notification.Delivery;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Limit;
import io.taros.platform.web.Page;
import io.taros.platform.web.RateLimits;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/webhooks/{id}")
@Tag(name = "Webhooks")
class WebhookDeliveriesApi {
    private final Channels channels;
    private final Deliveries deliveries;
    private final RateLimits limits;

    WebhookDeliveriesApi(Channels channels, Deliveries deliveries, RateLimits limits) {
        this.channels = channels;
        this.deliveries = deliveries;
        this.limits = limits;
    }

    @Schema(name = "WebhookDelivery")
    record DeliveryView(
            @Schema(description = "The webhook-id it carries") UUID id,
            long sequence,
            String type,
            @Nullable UUID conversationId,
            @Schema(allowableValues = {"pending", "delivered", "failed"}) String status,
            int attempts,
            @Schema(description = "The status it was answered with last, or the kind of trouble")
                    @Nullable String problem,
            Instant createdAt) {
        static DeliveryView of(Delivery delivery) {
            return new DeliveryView(
                    delivery.id().value(),
                    delivery.position(),
                    delivery.event().type(),
                    delivery.conversationId() == null ? null : delivery.conversationId().value(),
                    delivery.status().name().toLowerCase(Locale.ROOT),
                    delivery.attempts(),
                    delivery.problem(),
                    delivery.createdAt());
        }
    }

    @GetMapping("/deliveries")
    @Requires(Permission.WEBHOOK_MANAGE)
    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "List what was sent",
            description = "The newest first; kept for 30 days.")
    Page<DeliveryView> list(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var channel = channels.get(new Channel.Id(id));
        var size = Page.limit(limit);
        var before = cursor == null ? Long.MAX_VALUE : position(cursor);
        var rows =
                deliveries.list(channel.id(), before, size + 1).stream()
                        .map(DeliveryView::of)
                        .toList();
        return Page.of(rows, size, delivery -> String.valueOf(delivery.sequence()));
    }

    @PostMapping("/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Requires(Permission.WEBHOOK_MANAGE)
    @Operation(
            operationId = "testWebhook",
            summary = "Send a test",
            description = "Ask for the deliveries to see whether it arrived. 409 while it is off.")
    DeliveryView test(@PathVariable UUID id) {
        limits.take(Limit.NOTIFICATION_TEST, Tenancy.organization().toString());
        return DeliveryView.of(deliveries.get(deliveries.test(new Channel.Id(id))));
    }

    @PostMapping("/deliveries/{delivery}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Requires(Permission.WEBHOOK_MANAGE)
    @Operation(
            operationId = "replayWebhookDelivery",
            summary = "Send the same once more",
            description = "Under the same webhook-id. 409 while the webhook is off.")
    DeliveryView replay(@PathVariable UUID id, @PathVariable UUID delivery) {
        limits.take(Limit.NOTIFICATION_TEST, Tenancy.organization().toString());
        deliveries.again(new Channel.Id(id), new Delivery.Id(delivery));
        return DeliveryView.of(deliveries.get(new Delivery.Id(delivery)));
    }

    private static long position(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw new BadInput("cursor", "notification.input.cursor");
        }
    }
}
