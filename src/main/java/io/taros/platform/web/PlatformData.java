package io.taros.platform.web;

import static io.taros.platform.datamap.Category.ACTIVITY;
import static io.taros.platform.datamap.Category.CONTACT;
import static io.taros.platform.datamap.Category.CONVERSATION;
import static io.taros.platform.datamap.Category.CREDENTIAL;
import static io.taros.platform.datamap.Category.TECHNICAL;
import static io.taros.platform.datamap.Purpose.ACCOUNTS;
import static io.taros.platform.datamap.Purpose.CONVERSATIONS;
import static io.taros.platform.datamap.Purpose.SECURITY;
import static io.taros.platform.datamap.Subject.MEMBER;
import static io.taros.platform.datamap.Subject.STAFF;
import static io.taros.platform.datamap.Subject.VISITOR;

import io.taros.platform.datamap.DataMap;
import io.taros.platform.datamap.Dataset;
import io.taros.platform.datamap.Place;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the ground under all modules keeps. */
@Component
class PlatformData implements DataMap {
    @Override
    public List<Dataset> datasets() {
        return Stream.of(records(), log(), machinery()).flatMap(List::stream).toList();
    }

    private static List<Dataset> records() {
        return List.of(
                Dataset.table("idempotency_key")
                        .about(CONVERSATIONS, VISITOR)
                        .keptByRule("idempotency-keys")
                        .seals(CONVERSATION, "sealed_body")
                        .besides(
                                "organization_id caller key request_hash started_at status content_type mentions"),
                Dataset.table("audit_entry")
                        .about(SECURITY, MEMBER, STAFF)
                        .keptByRule("audit-log")
                        .holds(
                                ACTIVITY,
                                "at actor_kind actor_id action object_kind object_id detail")
                        .hashes(TECHNICAL, "origin")
                        .besides("organization_id seq request_id previous_hash hash version"),
                Dataset.of(Place.FILE, "ErasureJournal")
                        .keptByRule("erasure-journal")
                        .besides("at kind organization id"),
                Dataset.table("audit_checkpoint")
                        .keptByRule("audit-log")
                        .besides("organization_id seq hash at signature"),
                Dataset.table("audit_cut")
                        .keptWith("organization")
                        .besides("organization_id seq hash at signature"));
    }

    /** Whatever anybody logs; what is neither an id nor a failure stands under who logs it. */
    private static List<Dataset> log() {
        return List.of(
                Dataset.of(Place.LOG, "ServerLog")
                        .about(SECURITY, VISITOR, MEMBER, STAFF)
                        .keptByOperator()
                        .holds(ACTIVITY, "ids failures"),
                Dataset.of(Place.LOG, "AskIdentity").besides("provider.key word"),
                Dataset.of(Place.LOG, "JobConfiguration").besides("name"),
                Dataset.of(Place.LOG, "Errors").besides("request.getMethod routeOf RequestIds.of"));
    }

    private static List<Dataset> machinery() {
        return List.of(
                Dataset.table("audit_key")
                        .seals(CREDENTIAL, "sealed_private")
                        .besides("id public_key created_at"),
                Dataset.table("organization_key")
                        .keptWith("organization")
                        .seals(CREDENTIAL, "sealed_keyset sealed_index")
                        .besides(
                                "organization_id created_at version renewed_at retiring_since resealing is_indexed"),
                Dataset.table("installation_key")
                        .seals(CREDENTIAL, "sealed_keyset")
                        .besides("id created_at"),
                Dataset.table("scheduled_tasks")
                        .about(ACCOUNTS, MEMBER)
                        .holds(CONTACT, "task_data")
                        .besides(
                                "task_name task_instance execution_time picked picked_by last_success "
                                        + "last_failure consecutive_failures last_heartbeat version priority state"),
                Dataset.table("flyway_schema_history")
                        .besides(
                                "installed_rank version description type script checksum installed_by "
                                        + "installed_on execution_time success"));
    }
}
