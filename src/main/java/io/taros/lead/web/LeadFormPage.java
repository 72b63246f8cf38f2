package io.taros.lead.web;

import io.taros.lead.LeadForm;
import io.taros.lead.LeadMoment;
import io.taros.platform.web.BotPick;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;

/**
 * The form of a bot, as it is or as somebody is changing it, in one language.
 *
 * @param saved whether that is what visitors see now
 */
public record LeadFormPage(
        BotPick pick,
        Language language,
        List<Row> rows,
        Words words,
        Set<LeadMoment> moments,
        Saved saved,
        FormErrors errors)
        implements View {
    public LeadFormPage {
        rows = List.copyOf(rows);
        moments = Set.copyOf(moments);
    }

    public enum Saved {
        AS_IT_IS,
        JUST_NOW,
        NOT_YET
    }

    /**
     * @param isMain whether it is the bot's own, which stands in for what others lack
     */
    public record Language(String chosen, List<String> all, boolean isMain) {}

    /**
     * @param label in this language, as it was typed
     * @param standIn what is shown where it is blank; blank where the widget has its own words
     * @param choices lines
     */
    public record Row(
            String key,
            LeadForm.Kind kind,
            boolean isRequired,
            String label,
            String standIn,
            String choices) {
        public String shown() {
            return label.isBlank() ? standIn : label;
        }
    }

    public record Words(String consent, boolean mustConsent, String thanks) {}

    public boolean isFull() {
        return rows.size() >= LeadForm.MAX_FIELDS;
    }

    @Override
    public String template() {
        return "lead/form";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
