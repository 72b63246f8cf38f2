package io.taros.lead;

import static io.taros.lead.LeadForm.MESSAGE;

import io.taros.bot.Bot;
import io.taros.conversation.Conversation;
import io.taros.conversation.Lead;
import io.taros.conversation.Leads;
import io.taros.lead.LeadForm.Field;
import io.taros.lead.LeadForm.Kind;
import io.taros.platform.web.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes what a visitor answered to a bot's form. A program that speaks the visitor channel itself
 * may leave a name, an address, a number and a message whatever the form asks.
 */
@Component
public class TakeLead {
    private static final List<Field> ALWAYS =
            Stream.of(Kind.NAME, Kind.EMAIL, Kind.PHONE)
                    .map(kind -> Field.of(kind.key(), kind))
                    .toList();
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}([.,][0-9]{1,6})?");

    private final LeadForms forms;
    private final Leads leads;

    TakeLead(LeadForms forms, Leads leads) {
        this.forms = forms;
        this.leads = leads;
    }

    /**
     * What a visitor is said to have agreed to.
     *
     * @param shownIn the language in which this is what stands beside the button; absent where it
     *     does not
     */
    public record Agreed(
            @Nullable String wording, @Nullable String shownIn, @Nullable String page) {}

    /**
     * @throws BadInput naming the field
     */
    public Lead.Id take(
            Bot bot, Conversation.Id conversation, Map<String, String> values, Agreed agreed) {
        var form = forms.of(bot.id());
        for (var field : form.fields()) {
            check(field, values);
        }
        for (var field : ALWAYS) {
            check(field, values);
        }
        check(Field.of(MESSAGE, Kind.TEXT), values);
        if (!values.containsKey(Kind.EMAIL.key()) && !values.containsKey(Kind.PHONE.key())) {
            throw new BadInput(Kind.EMAIL.key(), "lead.input.contact");
        }
        var contact =
                new Lead.Contact(
                        values.get(Kind.NAME.key()),
                        values.get(Kind.EMAIL.key()),
                        values.get(Kind.PHONE.key()),
                        values.get(MESSAGE));
        return leads.add(
                conversation,
                new Lead.Given(contact, answers(form, values, bot), consent(bot, form, agreed)));
    }

    private static void check(Field field, Map<String, String> values) {
        var value = values.get(field.key());
        if (value == null) {
            if (field.required()) {
                throw new BadInput(field.key(), "lead.input.required");
            }
            return;
        }
        if (value.length() > field.kind().longest()) {
            throw new BadInput(field.key(), "lead.input.long", field.key(), field.kind().longest());
        }
        var wrong =
                switch (field.kind()) {
                    case NAME, COMPANY, TEXT -> null;
                    case EMAIL -> Lead.Contact.isEmail(value) ? null : "lead.input.email";
                    case PHONE -> Lead.Contact.isPhone(value) ? null : "lead.input.phone";
                    case NUMBER -> NUMBER.matcher(value).matches() ? null : "lead.input.number";
                    case CHOICE -> field.offers(value) ? null : "lead.input.choice";
                };
        if (wrong != null) {
            throw new BadInput(field.key(), wrong);
        }
    }

    /** In the words of the form today, which may be others tomorrow. */
    private static List<Lead.Answer> answers(LeadForm form, Map<String, String> values, Bot bot) {
        var answers = new ArrayList<Lead.Answer>();
        for (var field : form.fields()) {
            var value = values.get(field.key());
            if (value != null && !field.key().equals(MESSAGE) && isBeside(field.kind())) {
                var label = field.label(bot.language());
                answers.add(new Lead.Answer(label.isEmpty() ? field.key() : label, value));
            }
        }
        return answers;
    }

    private static boolean isBeside(Kind kind) {
        return switch (kind) {
            case NAME, EMAIL, PHONE -> false;
            case COMPANY, TEXT, CHOICE, NUMBER -> true;
        };
    }

    private Lead.@Nullable Consent consent(Bot bot, LeadForm form, Agreed agreed) {
        var wording = agreed.wording();
        var ticked =
                wording == null
                        ? null
                        : forms.findWording(bot.id(), wording)
                                .map(known ->
                                        new Lead.Consent(
                                                wording,
                                                Lead.Consent.Method.TICKED,
                                                known.version(),
                                                known.language(),
                                                agreed.page()))
                                .orElse(null);
        if (ticked != null || (wording == null && !form.consent().required())) {
            return ticked;
        }
        if (wording == null || form.consent().required()) {
            throw new BadInput("consent", "lead.input.consent");
        }
        var method =
                agreed.shownIn() == null ? Lead.Consent.Method.REPORTED : Lead.Consent.Method.SHOWN;
        return new Lead.Consent(wording, method, null, agreed.shownIn(), agreed.page());
    }
}
