package io.taros.widget;

import io.taros.conversation.Attachment;
import io.taros.conversation.Attachments;
import io.taros.conversation.Conversation;
import io.taros.conversation.Lead;
import io.taros.conversation.Leads;
import io.taros.conversation.Rating;
import io.taros.conversation.Ratings;
import io.taros.conversation.ServedThemselves;
import io.taros.conversation.ShownMessage;
import io.taros.conversation.Transcripts;
import io.taros.conversation.VisitorConsent;
import io.taros.conversation.VisitorConsents;
import io.taros.conversation.VisitorIdentities;
import io.taros.conversation.VisitorIdentity;
import io.taros.platform.security.Open;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Everything we keep of a chat, for the visitor whose chat it is. */
@RestController
class VisitorExport {
    private final Transcripts transcripts;
    private final Attachments attachments;
    private final Ratings ratings;
    private final Leads leads;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    private final VisitorIdentities identities;
    private final AiNotices notices;
    private final VisitorConsents consents;

    VisitorExport(
            Transcripts transcripts,
            Attachments attachments,
            Ratings ratings,
            Leads leads,
            VisitorIdentities identities,
            AiNotices notices,
            VisitorConsents consents,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.consents = consents;
        this.notices = notices;
        this.events = events;
        this.identities = identities;
        this.transcripts = transcripts;
        this.attachments = attachments;
        this.ratings = ratings;
        this.leads = leads;
        this.clock = clock;
    }

    /**
     * @param aiNotice what the visitor read about talking to an AI; absent if nothing
     * @param consent what they agreed to; absent where nobody asked
     */
    record Export(
            Instant exportedAt,
            String bot,
            Circumstances conversation,
            @Nullable VisitorIdentity visitor,
            @Nullable String aiNotice,
            @Nullable VisitorConsent consent,
            List<ShownMessage> messages,
            List<Rated> ratings,
            List<Left> contactDetails,
            Files files) {}

    /** Read one after the other while they are written: together they may be more than fits. */
    interface Files extends Iterable<ExportedFile> {}

    /**
     * @param id as the messages name it
     * @param content in Base64
     */
    record ExportedFile(UUID id, String name, String type, byte[] content) {
        static ExportedFile of(Attachment.Download download) {
            var attachment = download.attachment();
            return new ExportedFile(
                    attachment.id().value(),
                    attachment.name(),
                    attachment.type().mediaType(),
                    download.content());
        }
    }

    /**
     * @param language of the page
     * @param speaks what the visitor writes
     * @param wants what they asked to be answered in
     * @param knowledgeTags what the page it began on said of its visitors
     */
    record Circumstances(
            UUID id,
            String state,
            Instant createdAt,
            Instant lastMessageAt,
            String language,
            String speaks,
            @Nullable String wants,
            List<String> knowledgeTags,
            @Nullable String pageUrl,
            @Nullable String browser,
            @Nullable String device,
            @Nullable String timeZone) {
        static Circumstances of(Conversation conversation) {
            return new Circumstances(
                    conversation.id().value(),
                    conversation.state().name().toLowerCase(Locale.ROOT),
                    conversation.createdAt(),
                    conversation.lastMessageAt(),
                    conversation.language(),
                    conversation.speaks(),
                    conversation.wants(),
                    conversation.knowledgeTags().values(),
                    conversation.pageUrl(),
                    conversation.browser(),
                    conversation.device(),
                    conversation.timeZone());
        }
    }

    record Rated(@Nullable UUID messageId, int score, @Nullable String comment, Instant createdAt) {
        static Rated of(Rating rating) {
            return new Rated(
                    rating.message() == null ? null : rating.message().value(),
                    rating.score(),
                    rating.comment(),
                    rating.createdAt());
        }
    }

    record Left(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String message,
            List<Lead.Answer> answers,
            @Nullable String consent,
            @Nullable Proof consentProof,
            Instant createdAt) {
        /** How the consent was given, in which language and where. */
        record Proof(
                String method,
                @Nullable Integer version,
                @Nullable String language,
                @Nullable String page) {
            static @Nullable Proof of(Lead.@Nullable Consent consent) {
                return consent == null
                        ? null
                        : new Proof(
                                consent.method().name().toLowerCase(Locale.ROOT),
                                consent.version(),
                                consent.language(),
                                consent.page());
            }
        }

        static Left of(Lead lead) {
            var contact = lead.contact();
            return new Left(
                    contact.name(),
                    contact.email(),
                    contact.phone(),
                    contact.note(),
                    lead.given().answers(),
                    lead.consentText(),
                    Proof.of(lead.given().consent()),
                    lead.createdAt());
        }
    }

    @GetMapping("/widget/v1/{publicKey}/conversations/{id}/export")
    @Open(VisitorConversations.OWNER)
    ResponseEntity<Export> export(Visit visit) {
        var transcript = transcripts.get(visit.id());
        var export =
                new Export(
                        clock.instant(),
                        visit.bot().name(),
                        Circumstances.of(transcript.conversation()),
                        identities.find(visit.id()).orElse(null),
                        notices.of(visit.id()).map(AiNotice::wording).orElse(null),
                        consents.find(visit.id()).orElse(null),
                        transcript.messages().stream().map(ShownMessage::of).toList(),
                        ratings.list(visit.id()).stream().map(Rated::of).toList(),
                        leads.list(visit.id()).stream().map(Left::of).toList(),
                        () -> attachments.all(visit.id()).map(ExportedFile::of).iterator());
        events.publishEvent(new ServedThemselves(ServedThemselves.With.DOWNLOAD));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"chat.json\"")
                .body(export);
    }
}
