package io.taros.golden;

import static io.taros.platform.datamap.Category.SETTINGS;
import static io.taros.platform.datamap.Purpose.ACCOUNTS;
import static io.taros.platform.datamap.Purpose.IMPROVEMENT;
import static io.taros.platform.datamap.Subject.MEMBER;
import static io.taros.platform.datamap.Subject.NAMED;

import io.taros.platform.datamap.Category;
import io.taros.platform.datamap.DataMap;
import io.taros.platform.datamap.Dataset;
import java.util.List;
import org.springframework.stereotype.Component;

/** Questions a bot is held to, and what it said to them. */
@Component
class GoldenData implements DataMap {
    @Override
    public List<Dataset> datasets() {
        return List.of(
                Dataset.table("golden_question")
                        .about(IMPROVEMENT, NAMED)
                        .keptWith("bot")
                        .seals(Category.KNOWLEDGE, "sealed_content")
                        .besides("organization_id id bot_id conversation_id created_at"),
                Dataset.table("golden_result")
                        .about(IMPROVEMENT, NAMED)
                        .keptWith("golden_run")
                        .seals(Category.KNOWLEDGE, "sealed_question sealed_grading")
                        .besides("organization_id run_id question_id position verdict"),
                Dataset.table("golden_run")
                        .keptByRule("golden-runs")
                        .besides(
                                "organization_id id bot_id status created_at started_at finished_at edition "
                                        + "draft"),
                Dataset.table("golden_night")
                        .keptWith("bot")
                        .besides("organization_id bot_id at_time next_at run_id"),
                Dataset.table("golden_notice")
                        .about(ACCOUNTS, MEMBER)
                        .keptWith("member")
                        .holds(SETTINGS, "is_wanted")
                        .besides("organization_id account_id"));
    }
}
