package io.taros.contact;

import io.taros.contact.web.MessagePage;
import io.taros.contact.web.MessagesPage;
import io.taros.contact.web.MessagesPage.Which;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.StepUp;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/**
 * Staff area: what people wrote by the form. An address is searched for in a form, not in a link.
 */
@Controller
@RequestMapping("/staff/messages")
class MessagesController {
    private static final String HERE = "/staff/messages";
    private static final int SHOWN = 50;

    /** What somebody gets who asks for what is held about them. */
    private record Copy(
            String name,
            String email,
            String text,
            String language,
            Instant receivedAt,
            @Nullable Instant closedAt,
            Instant goneOn) {
        static Copy of(ContactMessage message) {
            return new Copy(
                    message.name(),
                    message.email(),
                    message.text(),
                    message.language(),
                    message.receivedAt(),
                    message.closedAt(),
                    message.goneOn());
        }
    }

    private final ContactMessages messages;
    private final MessageDesk desk;
    private final JsonMapper json;

    MessagesController(ContactMessages messages, MessageDesk desk, JsonMapper json) {
        this.messages = messages;
        this.desk = desk;
        this.json = json;
    }

    @GetMapping
    @Requires(Permission.STAFF_CONTACT)
    MessagesPage open(@RequestParam(required = false) @Nullable UUID before) {
        return page(messages.listOpen(before, SHOWN + 1), Which.OPEN);
    }

    @GetMapping("/closed")
    @Requires(Permission.STAFF_CONTACT)
    MessagesPage closed(@RequestParam(required = false) @Nullable UUID before) {
        return page(messages.listClosed(before, SHOWN + 1), Which.CLOSED);
    }

    @PostMapping("/search")
    @Requires(Permission.STAFF_CONTACT)
    MessagesPage search(@RequestParam(defaultValue = "") String email) {
        try {
            return new MessagesPage(desk.find(email), Which.FOUND, null, email, FormErrors.NONE);
        } catch (BadInput refused) {
            return new MessagesPage(List.of(), Which.FOUND, null, "", FormErrors.of(refused));
        }
    }

    @PostMapping("/copy")
    @Requires(Permission.STAFF_CONTACT)
    @StepUp
    ResponseEntity<byte[]> copy(@RequestParam(defaultValue = "") String email) {
        var copies = desk.copy(email).stream().map(Copy::of).toList();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"contact-messages.json\"")
                .body(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(copies));
    }

    @PostMapping("/erasure")
    @Requires(Permission.STAFF_CONTACT)
    @StepUp
    View eraseAll(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String confirm) {
        try {
            desk.eraseAll(email, confirm);
            return new Redirect(HERE);
        } catch (BadInput refused) {
            return new MessagesPage(
                    email.isBlank() ? List.of() : desk.find(email),
                    Which.FOUND,
                    null,
                    email,
                    FormErrors.of(refused));
        }
    }

    @GetMapping("/{id}")
    @Requires(Permission.STAFF_CONTACT)
    MessagePage read(@PathVariable UUID id) {
        return new MessagePage(desk.read(new ContactMessage.Id(id)), FormErrors.NONE);
    }

    @PostMapping("/{id}/closing")
    @Requires(Permission.STAFF_CONTACT)
    View close(@PathVariable UUID id, Caller caller) {
        desk.close(new ContactMessage.Id(id), Objects.requireNonNull(caller.account()));
        return new Redirect(HERE);
    }

    @PostMapping("/{id}/erasure")
    @Requires(Permission.STAFF_CONTACT)
    @StepUp
    View erase(@PathVariable UUID id, @RequestParam(defaultValue = "") String confirm) {
        var message = new ContactMessage.Id(id);
        try {
            desk.erase(message, confirm);
            return new Redirect(HERE);
        } catch (BadInput refused) {
            return new MessagePage(desk.read(message), FormErrors.of(refused));
        }
    }

    private static MessagesPage page(List<ContactMessage> found, Which which) {
        var shown = found.size() > SHOWN ? found.subList(0, SHOWN) : found;
        return new MessagesPage(
                shown,
                which,
                found.size() > SHOWN ? shown.getLast().id().value() : null,
                "",
                FormErrors.NONE);
    }
}
