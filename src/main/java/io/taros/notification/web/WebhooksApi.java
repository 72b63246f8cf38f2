package io.taros.notification.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taros.notification.Channel;
import io.taros.notification.ChannelHealth;
import io.taros.notification.ChannelSecrets;
import io.taros.notification.Channels;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.Page;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/webhooks")
@Tag(name = "Webhooks", description = "Where is told what happens, signed.")
class WebhooksApi {
    private final Channels channels;
    private final ChannelSecrets secrets;
    private final ChannelHealth health;

    WebhooksApi(Channels channels, ChannelSecrets secrets, ChannelHealth health) {
        this.channels = channels;
        this.secrets = secrets;
        this.health = health;
    }

    @GetMapping
    @Requires(Permission.WEBHOOK_MANAGE)
    @Operation(
            operationId = "listWebhooks",
            summary = "List webhooks and channels of chats",
            description = "All of them, the oldest first: there can be twenty.")
    Page<WebhookView> list() {
        return new Page<>(
                channels.list().stream().map(WebhookView::of).toList(),
                new Page.Pagination(null, false));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.WEBHOOK_MANAGE)
    @Operation(
            operationId = "addWebhook",
            summary = "Add a webhook",
            description = "The secret that signs is in this answer and in no other.")
    WebhookView add(@RequestBody WebhookBody body, Caller caller) {
        var added = channels.add(body.wantedKind(), body.settings(), caller);
        return WebhookView.of(channels.get(added.id())).with(added.secret());
    }

    @GetMapping("/{id}")
    @Requires(Permission.WEBHOOK_MANAGE)
    @Operation(operationId = "getWebhook", summary = "See how a webhook stands")
    WebhookView get(@PathVariable UUID id) {
        return WebhookView.of(channels.get(new Channel.Id(id)));
    }

    @PatchMapping("/{id}")
    @Requires(Permission.WEBHOOK_MANAGE)
    @Operation(
            operationId = "changeWebhook",
            summary = "Change a webhook",
            description = "What is not sent stays. \"active\": true switches on what was given up.")
    WebhookView change(@PathVariable UUID id, @RequestBody WebhookBody body, Caller caller) {
        var channel = channels.get(new Channel.Id(id));
        channels.change(channel.id(), body.changed(channel), caller);
        if (Boolean.TRUE.equals(body.active())) {
            health.switchOn(channel.id());
        }
        return get(id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.WEBHOOK_MANAGE)
    @Operation(
            operationId = "deleteWebhook",
            summary = "Delete a webhook",
            description = "With the log of its deliveries.")
    void remove(@PathVariable UUID id) {
        channels.remove(new Channel.Id(id));
    }

    @PostMapping("/{id}/rotate")
    @Requires(Permission.WEBHOOK_MANAGE)
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Sign with a new secret",
            description =
                    "The one before signs along for 24 hours. The new one is in this answer and in no other.")
    WebhookView rotate(@PathVariable UUID id) {
        var secret = secrets.rotate(new Channel.Id(id));
        return get(id).with(secret);
    }

    @DeleteMapping("/{id}/previous-secret")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.WEBHOOK_MANAGE)
    @Operation(operationId = "endPreviousWebhookSecret", summary = "Sign with the new secret alone")
    void endPrevious(@PathVariable UUID id) {
        secrets.endPrevious(channels.get(new Channel.Id(id)).id());
    }
}
