package io.taros.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.lead.LeadForm.Agreement;
import io.taros.lead.LeadForm.Field;
import io.taros.lead.LeadForm.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LeadFormRulesTest {
    private static final Field EMAIL = Field.of("email", Kind.EMAIL);

    @Test
    void takesOursAsItIs() {
        assertThat(wrong(LeadForm.DEFAULT)).isEmpty();
        assertThat(LeadForm.DEFAULT.needs(EMAIL)).as("nothing else says how to answer").isTrue();
    }

    @Test
    void asksForAWayToAnswerAndNoMoreThanEightFields() {
        assertThat(wrong(form(Field.of("name", Kind.NAME)))).containsExactly("fields");
        var many = new ArrayList<>(List.of(EMAIL));
        for (var i = 0; i < LeadForm.MAX_FIELDS; i++) {
            many.add(text("field" + i, Map.of("en", "Question " + i)));
        }
        assertThat(wrong(form(many.toArray(Field[]::new)))).containsExactly("fields");
        assertThat(wrong(form(many.subList(0, 8).toArray(Field[]::new)))).isEmpty();
    }

    @Test
    void asksForTheSameKindOfContactOnce() {
        assertThat(wrong(form(EMAIL, EMAIL))).containsExactly("label-1");
    }

    @Test
    void needsTheQuestionsInTheBotsOwnLanguage() {
        assertThat(wrong(form(EMAIL, text("field1", Map.of("da", "Størrelse?")))))
                .containsExactly("label-1");
        assertThat(wrong(form(EMAIL, text("field1", Map.of("en", "x".repeat(121))))))
                .containsExactly("label-1");
    }

    @Test
    void needsSomethingToChooseFrom() {
        assertThat(wrong(form(EMAIL, choice(List.of("Small"))))).containsExactly("choices-1");
        assertThat(wrong(form(EMAIL, choice(List.of("Small", "Large"))))).isEmpty();
        assertThat(wrong(form(EMAIL, choice(List.of("x".repeat(101), "Large")))))
                .containsExactly("choices-1");
    }

    @Test
    void needsAWordingWhereConsentIsAskedFor() {
        assertThat(wrong(agreeing(Map.of(), true))).containsExactly("consent");
        assertThat(wrong(agreeing(Map.of("da", "Ja tak"), false))).containsExactly("consent");
        assertThat(wrong(agreeing(Map.of("en", "Write to me"), true))).isEmpty();
    }

    private static List<String> wrong(LeadForm form) {
        return LeadFormRules.check(form, "en").wrong().stream().map(one -> one.field()).toList();
    }

    private static LeadForm form(Field... fields) {
        return new LeadForm(List.of(fields), Set.of(), Agreement.NONE, Map.of());
    }

    private static LeadForm agreeing(Map<String, String> wordings, boolean isRequired) {
        return new LeadForm(
                List.of(EMAIL), Set.of(), new Agreement(wordings, isRequired), Map.of());
    }

    private static Field text(String key, Map<String, String> labels) {
        return new Field(key, Kind.TEXT, false, labels, Map.of());
    }

    private static Field choice(List<String> choices) {
        return new Field("field1", Kind.CHOICE, false, Map.of("en", "Size"), Map.of("en", choices));
    }
}
