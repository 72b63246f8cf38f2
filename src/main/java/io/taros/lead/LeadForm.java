package io.taros.lead;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a bot asks for when visitors want to be answered later. Texts are by language; where the
 * visitor's is missing the first one stands in, which is the bot's own.
 *
 * @param thanks in place of the widget's own words
 */
public record LeadForm(
        List<Field> fields,
        Set<LeadMoment> moments,
        Agreement consent,
        Map<String, String> thanks) {
    public static final int MAX_FIELDS = 8;

    /** The name of the question what it is about, which the widget has words for. */
    public static final String MESSAGE = "message";

    public static final LeadForm DEFAULT =
            new LeadForm(
                    List.of(
                            Field.of(Kind.NAME.key(), Kind.NAME),
                            Field.of(Kind.EMAIL.key(), Kind.EMAIL),
                            Field.of(MESSAGE, Kind.TEXT)),
                    EnumSet.allOf(LeadMoment.class),
                    Agreement.NONE,
                    Map.of());

    public enum Kind {
        NAME("name", 200),
        EMAIL("email", 200),
        PHONE("phone", 50),
        COMPANY("company", 200),
        TEXT("", 2_000),
        CHOICE("", 200),
        NUMBER("", 20);

        private final String key;
        private final int longest;

        Kind(String key, int longest) {
            this.key = key;
            this.longest = longest;
        }

        /** Of the one field of this kind that a form can have; empty where it can have many. */
        public String key() {
            return key;
        }

        public int longest() {
            return longest;
        }

        public boolean isOnce() {
            return !key.isEmpty();
        }
    }

    /**
     * @param key what visitors' answers come under
     * @param required whether it must be answered
     * @param labels the question, by language; none where the widget has words of its own
     * @param choices by language
     */
    public record Field(
            String key,
            Kind kind,
            boolean required,
            Map<String, String> labels,
            Map<String, List<String>> choices) {
        public Field {
            labels = new LinkedHashMap<>(labels);
            choices = new LinkedHashMap<>(choices);
        }

        static Field of(String key, Kind kind) {
            return new Field(key, kind, false, Map.of(), Map.of());
        }

        public String label(String language) {
            return labels.getOrDefault(language, labels.values().stream().findFirst().orElse(""));
        }

        public boolean hasOwnWords() {
            return kind.isOnce() || key.equals(MESSAGE);
        }

        boolean offers(String answer) {
            return choices.values().stream().anyMatch(some -> some.contains(answer));
        }
    }

    /**
     * What visitors are asked to agree to by a box.
     *
     * @param required whether nothing is taken without
     */
    public record Agreement(Map<String, String> wordings, boolean required) {
        static final Agreement NONE = new Agreement(Map.of(), false);

        public Agreement {
            wordings = new LinkedHashMap<>(wordings);
        }
    }

    public LeadForm {
        fields = List.copyOf(fields);
        moments = Set.copyOf(moments);
        thanks = new LinkedHashMap<>(thanks);
    }

    /**
     * Whether it must be answered, by its own rule or because nothing else says how to reach them.
     */
    public boolean needs(Field field) {
        return field.required() || (reach().count() == 1 && reach().anyMatch(field::equals));
    }

    Stream<Field> reach() {
        return fields.stream()
                .filter(field -> field.kind() == Kind.EMAIL || field.kind() == Kind.PHONE);
    }
}
