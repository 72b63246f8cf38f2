package io.taros.conversation;

import static io.taros.platform.datamap.Category.ACTIVITY;
import static io.taros.platform.datamap.Category.CONSENT;
import static io.taros.platform.datamap.Category.CONTACT;
import static io.taros.platform.datamap.Category.CONVERSATION;
import static io.taros.platform.datamap.Category.CREDENTIAL;
import static io.taros.platform.datamap.Category.TECHNICAL;
import static io.taros.platform.datamap.Purpose.CONVERSATIONS;
import static io.taros.platform.datamap.Subject.MEMBER;
import static io.taros.platform.datamap.Subject.VISITOR;

import io.taros.platform.datamap.DataMap;
import io.taros.platform.datamap.Dataset;
import io.taros.platform.datamap.Place;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What visitors say and leave, and what they are answered. */
@Component
class ConversationData implements DataMap {
    @Override
    public List<Dataset> datasets() {
        return Stream.of(chats(), files(), handling(), notes(), people(), sums())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Dataset> chats() {
        return List.of(
                Dataset.table("conversation")
                        .about(CONVERSATIONS, VISITOR)
                        .keptByRule("conversations")
                        .hashes(CREDENTIAL, "token_hash")
                        .seals(TECHNICAL, "sealed_page")
                        .holds(
                                TECHNICAL,
                                "browser device time_zone language speaks wants knowledge_tags")
                        .holds(
                                ACTIVITY,
                                "state state_since handover_reason resolution assignee team_id snoozed_until created_at "
                                        + "last_message_at last_reply_at")
                        .besides(
                                "organization_id id bot_id sequence spoken_sequence seen_sequence message_count"),
                Dataset.table("message")
                        .about(CONVERSATIONS, VISITOR)
                        .keptWith("conversation")
                        .seals(CONVERSATION, "sealed_text sealed_sources sealed_choices")
                        .seals(CONTACT, "sealed_author")
                        .holds(
                                ACTIVITY,
                                "created_at author outcome reliability raw_reliability reasons why")
                        .besides(
                                "organization_id id conversation_id sequence role client_id answers"),
                Dataset.table("passage_citation")
                        .keptWith("message")
                        .besides("organization_id message_id passage_id document_id"),
                Dataset.table("stream_event")
                        .about(CONVERSATIONS, VISITOR)
                        .keptFor(StreamEvents.KEPT)
                        .seals(CONVERSATION, "sealed_data")
                        .besides(
                                "organization_id id conversation_id sequence message_id type created_at"),
                Dataset.of(Place.BROWSER, "taros")
                        .about(CONVERSATIONS, VISITOR)
                        .keptFor(Duration.ofDays(90))
                        .holds(CREDENTIAL, "local-storage"));
    }

    private static List<Dataset> files() {
        return List.of(
                Dataset.table("attachment")
                        .about(CONVERSATIONS, VISITOR)
                        .keptWith("conversation")
                        .seals(CONVERSATION, "sealed_name")
                        .holds(ACTIVITY, "created_at")
                        .besides(
                                "organization_id id conversation_id message_id role type size width height"),
                Dataset.table("discarded_file").besides("organization_id id discarded_at"),
                Dataset.of(Place.FILE, "Attachments")
                        .about(CONVERSATIONS, VISITOR)
                        .keptWith("attachment")
                        .seals(CONVERSATION, "content"));
    }

    private static List<Dataset> handling() {
        return List.of(
                Dataset.table("turn")
                        .about(CONVERSATIONS, VISITOR)
                        .keptWith("conversation")
                        .hashes(TECHNICAL, "visitor")
                        .besides(
                                "organization_id message_id conversation_id sequence status holder leased_until "
                                        + "opened_at closed_at"),
                Dataset.table("conversation_restriction")
                        .about(CONVERSATIONS, VISITOR)
                        .keptWith("conversation")
                        .holds(ACTIVITY, "restricted_at")
                        .besides("organization_id conversation_id request_id"),
                Dataset.table("conversation_move")
                        .about(CONVERSATIONS, VISITOR)
                        .keptWith("conversation")
                        .seals(CONTACT, "sealed_name")
                        .holds(
                                ACTIVITY,
                                "kind state reason actor account assignee team_id created_at")
                        .besides("organization_id id conversation_id sequence"));
    }

    /** What people in the inbox put beside what is said. */
    private static List<Dataset> notes() {
        return List.of(
                Dataset.table("note")
                        .about(CONVERSATIONS, VISITOR)
                        .keptWith("conversation")
                        .seals(CONTACT, "sealed_author")
                        .seals(CONVERSATION, "sealed_text")
                        .holds(ACTIVITY, "author mentions created_at")
                        .besides("organization_id id conversation_id sequence client_id"),
                Dataset.table("conversation_summary")
                        .about(CONVERSATIONS, VISITOR)
                        .keptWith("conversation")
                        .seals(CONVERSATION, "sealed_text")
                        .besides(
                                "organization_id id conversation_id status sequence model written_at"),
                Dataset.table("tag")
                        .keptWith("organization")
                        .besides("organization_id id name colour is_archived created_at"),
                Dataset.table("conversation_tag")
                        .about(CONVERSATIONS, VISITOR)
                        .keptWith("conversation")
                        .holds(ACTIVITY, "tag_id created_at")
                        .besides("organization_id conversation_id"),
                Dataset.table("conversation_read")
                        .about(CONVERSATIONS, MEMBER)
                        .keptWith("conversation")
                        .holds(ACTIVITY, "account_id sequence")
                        .besides("organization_id conversation_id"));
    }

    private static List<Dataset> people() {
        return List.of(
                Dataset.table("rating")
                        .about(CONVERSATIONS, VISITOR)
                        .keptWith("conversation")
                        .holds(CONVERSATION, "score")
                        .seals(CONVERSATION, "sealed_comment")
                        .besides("organization_id id conversation_id message_id created_at"),
                Dataset.table("lead")
                        .about(CONVERSATIONS, VISITOR)
                        .keptByRule("leads")
                        .seals(CONTACT, "sealed_name sealed_email sealed_phone")
                        .seals(CONVERSATION, "sealed_note sealed_answers")
                        .seals(TECHNICAL, "sealed_page")
                        .hashes(CONTACT, "email_index phone_index")
                        .holds(
                                CONSENT,
                                "consent_text consent_method consent_version consent_language")
                        .holds(ACTIVITY, "created_at touched_at")
                        .besides("organization_id id conversation_id bot_id"),
                Dataset.table("visitor_identity")
                        .about(CONVERSATIONS, VISITOR)
                        .keptWith("conversation")
                        .seals(CONTACT, "sealed_subject sealed_name sealed_email")
                        .hashes(CONTACT, "email_index subject_index")
                        .besides("organization_id conversation_id created_at"),
                Dataset.table("visitor_consent")
                        .about(CONVERSATIONS, VISITOR)
                        .keptWith("conversation")
                        .holds(CONSENT, "wording given_at")
                        .besides("organization_id conversation_id"),
                Dataset.table("identity_rule").keptWith("bot").besides("organization_id bot_id"),
                Dataset.table("identity_secret")
                        .keptWith("bot")
                        .seals(CREDENTIAL, "sealed_secret")
                        .besides("organization_id id bot_id secret_end created_at"));
    }

    private static List<Dataset> sums() {
        return List.of(
                Dataset.table("language_month")
                        .keptByRule("anonymous-months")
                        .besides(
                                "organization_id bot_id month language conversations answered unanswered "
                                        + "handed_over score_bins"));
    }
}
