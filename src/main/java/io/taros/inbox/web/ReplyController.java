package io.taros.inbox.web;

import static io.taros.inbox.web.InboxController.me;

import io.taros.conversation.Conversation;
import io.taros.conversation.Message;
import io.taros.conversation.NewMessage;
import io.taros.conversation.Queue;
import io.taros.conversation.ReplyAsPerson;
import io.taros.conversation.ReplyWithFiles;
import io.taros.conversation.RestrictedReading;
import io.taros.conversation.Signals;
import io.taros.conversation.TakeAttachment;
import io.taros.inbox.Colleagues;
import io.taros.inbox.WriteNote;
import io.taros.inbox.web.ThreadPages.Draft;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartFile;

/** What people write: to the visitor, or to one another. */
@Controller
@RequestMapping("/inbox/{id}")
class ReplyController {
    /**
     * @param clientId the name of the message, so that it is one however often it is sent
     * @param seen how far the writer has read
     * @param kind {@code reply} or {@code note}
     */
    record Form(
            @Nullable String text,
            @Nullable String clientId,
            @Nullable Long seen,
            @Nullable String kind,
            @Nullable Queue queue,
            @Nullable UUID bot,
            @Nullable UUID tag,
            @Nullable UUID team) {
        private static final int MAX_CLIENT_ID = 100;

        private String said() {
            return text == null ? "" : text.strip();
        }

        private String name() {
            return clientId == null || clientId.isBlank() || clientId.length() > MAX_CLIENT_ID
                    ? UUID.randomUUID().toString()
                    : clientId;
        }

        /** Whatever the address says: a note must not become a reply. */
        private boolean isNote() {
            return "note".equals(kind);
        }

        private FormErrors wrong(boolean hasFiles) {
            var errors = hasFiles ? FormErrors.NONE : FormErrors.NONE.required("text", text);
            return said().length() > Message.MAX_LENGTH
                    ? errors.text("text", "inbox.text.long", Message.MAX_LENGTH, said().length())
                    : errors;
        }

        private Place place() {
            return new Place(queue, new Place.Limits(bot, tag, team), null);
        }
    }

    private final ReplyWithFiles reply;
    private final WriteNote note;
    private final Colleagues colleagues;
    private final Signals signals;
    private final InboxController inbox;
    private final RestrictedReading restricted;
    private final RateLimits limits;

    ReplyController(
            ReplyWithFiles reply,
            WriteNote note,
            Colleagues colleagues,
            Signals signals,
            InboxController inbox,
            RestrictedReading restricted,
            RateLimits limits) {
        this.restricted = restricted;
        this.reply = reply;
        this.note = note;
        this.colleagues = colleagues;
        this.signals = signals;
        this.inbox = inbox;
        this.limits = limits;
    }

    /** Before anything is done with it. */
    @ModelAttribute
    void mayBeUsed(@PathVariable UUID id, Caller caller) {
        restricted.refuse(new Conversation.Id(id), caller);
    }

    @PostMapping("/replies")
    @Requires(Permission.CONVERSATION_REPLY)
    View reply(
            @PathVariable UUID id,
            Form form,
            @RequestParam(required = false) @Nullable List<MultipartFile> file,
            Caller caller,
            Locale locale) {
        if (form.isNote()) {
            return note(id, form, file, caller, locale);
        }
        var files = chosen(file);
        var wrong = form.wrong(!files.isEmpty());
        if (!wrong.isEmpty()) {
            return wrong(id, form, wrong, caller, locale);
        }
        limits.take(Limit.REPLY, me(caller).toString());
        try {
            return said(id, form, files, caller, locale);
        } catch (BadInput refused) {
            return wrong(id, form, FormErrors.of(refused), caller, locale);
        }
    }

    /** A browser sends an empty one where none was chosen. */
    private static List<TakeAttachment.Upload> chosen(@Nullable List<MultipartFile> files) {
        return files == null
                ? List.of()
                : files.stream()
                        .filter(file -> !String.valueOf(file.getOriginalFilename()).isEmpty())
                        .map(file ->
                                new TakeAttachment.Upload(
                                        file.getOriginalFilename(), file.getSize(), file))
                        .toList();
    }

    private View said(
            UUID id, Form form, List<TakeAttachment.Upload> files, Caller caller, Locale locale) {
        var said =
                reply.reply(
                        new Conversation.Id(id),
                        colleagues.writer(me(caller)),
                        NewMessage.of(form.said(), form.name()),
                        form.seen() == null ? Long.MAX_VALUE : form.seen(),
                        files);
        return switch (said) {
            case ReplyAsPerson.Result.Said done -> back(id, form);
            case ReplyAsPerson.Result.OthersWereFaster notSaid ->
                    again(
                            id,
                            form,
                            new Draft(false, form.said(), FormErrors.NONE, true, form.name()),
                            caller,
                            locale);
        };
    }

    @PostMapping("/notes")
    @Requires(Permission.CONVERSATION_REPLY)
    View note(
            @PathVariable UUID id,
            Form form,
            @RequestParam(required = false) @Nullable List<MultipartFile> file,
            Caller caller,
            Locale locale) {
        var wrong = form.wrong(false);
        if (!chosen(file).isEmpty()) {
            wrong = wrong.text("file", "inbox.note.files");
        }
        if (!wrong.isEmpty()) {
            return again(
                    id, form, new Draft(true, form.said(), wrong, false, null), caller, locale);
        }
        limits.take(Limit.REPLY, me(caller).toString());
        note.write(new Conversation.Id(id), me(caller), form.said(), form.name());
        return back(id, form);
    }

    /** The writer is writing, which the visitor and the others are shown for a moment. */
    @PostMapping("/typing")
    @Requires(Permission.CONVERSATION_REPLY)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void typing(@PathVariable UUID id, Caller caller) {
        limits.take(Limit.TYPING, me(caller).toString());
        signals.personWrites(inbox.there(id), me(caller));
    }

    private View wrong(UUID id, Form form, FormErrors errors, Caller caller, Locale locale) {
        return again(id, form, new Draft(false, form.said(), errors, false, null), caller, locale);
    }

    private View again(UUID id, Form form, Draft draft, Caller caller, Locale locale) {
        return inbox.read(id, form.place(), draft, caller, locale);
    }

    private static Redirect back(UUID id, Form form) {
        return new Redirect("/inbox/" + id + form.place().query());
    }
}
