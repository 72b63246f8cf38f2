package io.taros.knowledge;

import static io.taros.platform.datamap.Category.ACTIVITY;
import static io.taros.platform.datamap.Subject.MEMBER;
import static io.taros.platform.datamap.Subject.NAMED;

import io.taros.platform.datamap.Category;
import io.taros.platform.datamap.DataMap;
import io.taros.platform.datamap.Dataset;
import io.taros.platform.datamap.Place;
import io.taros.platform.datamap.Purpose;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What bots are taught, in words and in vectors: the organization's material, which may name
 * people.
 */
@Component
class KnowledgeData implements DataMap {
    @Override
    public List<Dataset> datasets() {
        return Stream.of(sources(), documents(), passages()).flatMap(List::stream).toList();
    }

    private static List<Dataset> sources() {
        return List.of(
                Dataset.table("source")
                        .about(Purpose.KNOWLEDGE, NAMED, MEMBER)
                        .keptWith("bot")
                        .holds(Category.KNOWLEDGE, "title url")
                        .holds(ACTIVITY, "rights_confirmed_by rights_confirmed_at")
                        .besides(
                                "organization_id id bot_id kind content_hash upload_id upload_bytes status round problem "
                                        + "problem_arguments created_at updated_at standing include exclude recrawl "
                                        + "recrawl_at capped_round night_round tags"),
                Dataset.table("source_share")
                        .keptWith("source")
                        .besides("organization_id source_id bot_id"),
                Dataset.table("source_run")
                        .about(Purpose.KNOWLEDGE, NAMED)
                        .keptWith("source")
                        .holds(Category.KNOWLEDGE, "added_urls changed_urls vanished_urls")
                        .besides(
                                "organization_id source_id bot_id round extent ended_at added changed vanished "
                                        + "unchanged failed"),
                Dataset.table("question_answer")
                        .about(Purpose.KNOWLEDGE, NAMED)
                        .keptWith("source")
                        .holds(Category.KNOWLEDGE, "question answer phrasings")
                        .besides("organization_id source_id compared"),
                Dataset.table("alike_pair")
                        .keptWith("source")
                        .besides(
                                "organization_id bot_id first_id second_id likeness found_at told_apart_at"),
                Dataset.of(Place.FILE, "Sources")
                        .about(Purpose.KNOWLEDGE, NAMED)
                        .keptWith("source")
                        .seals(Category.KNOWLEDGE, "upload"));
    }

    private static List<Dataset> documents() {
        return List.of(
                Dataset.table("document")
                        .about(Purpose.KNOWLEDGE, NAMED)
                        .keptWith("source")
                        .holds(Category.KNOWLEDGE, "title url links")
                        .besides(
                                "organization_id id source_id bot_id external_id depth status language content_hash "
                                        + "duplicate_hash text_id text_bytes etag last_modified problem problem_arguments found_at "
                                        + "fetched_at indexed_at embedded_at changed_at met_round change change_round"),
                Dataset.table("page_blocks")
                        .about(Purpose.KNOWLEDGE, NAMED)
                        .keptWith("document")
                        .holds(Category.KNOWLEDGE, "margin told")
                        .besides("organization_id document_id source_id blocks left_out"),
                Dataset.table("passage_embedding")
                        .about(Purpose.KNOWLEDGE, NAMED)
                        .keptWith("organization")
                        .holds(Category.KNOWLEDGE, "vector")
                        .besides("organization_id model embedding_hash"),
                Dataset.table("forgotten")
                        .besides("organization_id document_id blob_id forgotten_at"),
                Dataset.of(Place.FILE, "Library")
                        .about(Purpose.KNOWLEDGE, NAMED)
                        .keptWith("document")
                        .seals(Category.KNOWLEDGE, "text"),
                Dataset.of(Place.INDEX, "passages")
                        .about(Purpose.KNOWLEDGE, NAMED)
                        .keptWith("passage")
                        .holds(Category.KNOWLEDGE, "title pairs vector spelling")
                        .besides("id document bot source language kind faq changed"));
    }

    private static List<Dataset> passages() {
        return List.of(
                Dataset.table("passage")
                        .about(Purpose.KNOWLEDGE, NAMED)
                        .keptWith("document")
                        .holds(Category.KNOWLEDGE, "heading_path text read_text answer")
                        .besides(
                                "organization_id id document_id kind position language standing embedding_hash"),
                Dataset.table("passage_mend")
                        .about(Purpose.KNOWLEDGE, NAMED)
                        .keptWith("document")
                        .holds(Category.KNOWLEDGE, "heading_path read_text text")
                        .besides(
                                "organization_id id document_id bot_id standing decision read_hash mended_at"));
    }
}
