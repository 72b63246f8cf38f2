package io.taros.rights.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.taros.rights.RequestDesk;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "Holdings")
public record HoldingsView(
        int conversations,
        @Schema(description = "How many of them a legal hold keeps") int held,
        @Nullable Instant heldUntil,
        List<Kind> kinds,
        List<Contact> contactDetails,
        @Schema(
                        description =
                                "Users of your websites who wrote some of it, and more that is not counted here: open a"
                                        + " request for them, too, if they are the same person")
                List<User> perhaps) {

    @Schema(name = "HeldKind")
    public record Kind(String kind, long count) {}

    @Schema(name = "HeldContactDetails")
    public record Contact(
            UUID id, @Nullable String name, @Nullable String email, @Nullable String phone) {}

    @Schema(name = "WebsiteUser")
    public record User(@Nullable UUID bot, String identity) {}

    public static HoldingsView of(RequestDesk.Found found) {
        return new HoldingsView(
                found.person().threads().size(),
                found.held(),
                found.heldUntil(),
                found.holdings().stream()
                        .map(one -> new Kind(one.kind().name(), one.count()))
                        .toList(),
                found.contacts().stream()
                        .map(lead ->
                                new Contact(
                                        lead.id().value(),
                                        lead.contact().name(),
                                        lead.contact().email(),
                                        lead.contact().phone()))
                        .toList(),
                found.perhaps().stream()
                        .map(user ->
                                new User(
                                        user.bot() == null ? null : user.bot().value(),
                                        user.value()))
                        .toList());
    }
}
