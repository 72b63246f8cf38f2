package io.taros.lead;

import io.taros.bot.Bot;
import io.taros.platform.audit.Audit;
import io.taros.platform.security.Tenancy;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What bots ask visitors for, and every wording that visitors were ever asked to agree to: nobody
 * writes their own evidence.
 */
@Repository
public class LeadForms {
    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Audit audit;
    private final JsonMapper json;

    LeadForms(JdbcClient jdbc, InstantSource clock, Audit audit, JsonMapper json) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
        this.json = json;
    }

    /** A wording as it was in force. */
    record Wording(int version, String language) {}

    @Transactional(readOnly = true)
    public LeadForm of(Bot.Id bot) {
        return jdbc.sql("select form::text from lead_form where bot_id = :bot")
                .param("bot", bot)
                .query(String.class)
                .optional()
                .map(form -> json.readValue(form, LeadForm.class))
                .orElse(LeadForm.DEFAULT);
    }

    /** In force at once; what visitors agreed to so far stays as it was. */
    @Transactional
    public void replace(Bot.Id bot, LeadForm form) {
        var before = of(bot);
        if (before.equals(form)) {
            return;
        }
        jdbc.sql(
                        """
                        insert into lead_form (organization_id, bot_id, form, updated_at)
                        values (:organization, :bot, :form::json, :now)
                        on conflict (organization_id, bot_id) do update set form = excluded.form, updated_at = excluded.updated_at
                        """)
                .param("organization", Tenancy.organization())
                .param("bot", bot)
                .param("form", json.writeValueAsString(form))
                .param("now", clock.instant())
                .update();
        var wordings = form.consent().wordings();
        if (!wordings.isEmpty() && !wordings.equals(before.consent().wordings())) {
            keep(bot, wordings);
        }
        audit.record(LeadAction.FORM_CHANGED, bot);
    }

    private void keep(Bot.Id bot, Map<String, String> wordings) {
        var languages = List.copyOf(wordings.keySet());
        jdbc.sql(
                        """
                        insert into lead_consent_text (organization_id, bot_id, version, language, wording, since)
                        select :organization, :bot,
                            (select coalesce(max(version), 0) + 1 from lead_consent_text where bot_id = :bot),
                            language, wording, :now
                        from unnest(:languages::text[], :wordings::text[]) as given (language, wording)
                        """)
                .param("organization", Tenancy.organization())
                .param("bot", bot)
                .param("languages", languages)
                .param("wordings", languages.stream().map(wordings::get).toList())
                .param("now", clock.instant())
                .update();
    }

    /** The latest that reads exactly so, for a form may be open while its owner changes it. */
    @Transactional(readOnly = true)
    Optional<Wording> findWording(Bot.Id bot, String wording) {
        return jdbc.sql(
                        """
                        select version, language from lead_consent_text where bot_id = :bot and wording = :wording
                        order by version desc, language limit 1
                        """)
                .param("bot", bot)
                .param("wording", wording)
                .query(Wording.class)
                .optional();
    }
}
