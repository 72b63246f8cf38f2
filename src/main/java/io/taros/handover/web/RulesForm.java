package io.taros.handover.web;

import io.taros.handover.HandoverRules;
import io.taros.handover.HandoverRules.Topic;
import io.taros.handover.Team;
import io.taros.handover.web.HandoverPage.TopicRow;
import io.taros.platform.web.FormErrors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The owner's rules as the form sends them. */
record RulesForm(HandoverPage.Rules typed) {
    private static final int MOST_TOPICS = 30;
    private static final int MOST_WORDS = 100;
    private static final int LONGEST = 60;

    static RulesForm of(MultiValueMap<String, String> form) {
        var names = form.getOrDefault("topicName", List.of());
        var words = form.getOrDefault("topicWords", List.of());
        var teams = form.getOrDefault("topicTeam", List.of());
        var topics = new ArrayList<TopicRow>();
        for (var i = 0; i < Math.min(names.size(), words.size()); i++) {
            if (!names.get(i).isBlank() || !words.get(i).isBlank()) {
                topics.add(
                        new TopicRow(
                                names.get(i).strip(),
                                words.get(i).strip(),
                                i < teams.size() ? teams.get(i) : ""));
            }
        }
        return new RulesForm(
                new HandoverPage.Rules(
                        topics,
                        tries(form.getFirst("tries")),
                        form.getFirst("angry") != null,
                        String.valueOf(form.getOrDefault("angryWords", List.of("")).getFirst()),
                        String.valueOf(form.getOrDefault("team", List.of("")).getFirst())));
    }

    /**
     * @param teams that there are
     */
    FormErrors errors(List<HandoverPage.Choice> teams) {
        var errors = FormErrors.NONE;
        if (!isThere(typed.team(), teams)) {
            errors = errors.text("team", "handover.team.gone");
        }
        if (!typed.topics().stream().allMatch(topic -> isThere(topic.team(), teams))) {
            errors = errors.text("topics", "handover.team.gone");
        }
        if (typed.topics().size() > MOST_TOPICS) {
            errors = errors.text("topics", "handover.topics.many", MOST_TOPICS);
        }
        for (var topic : typed.topics()) {
            if (topic.name().isEmpty() || words(topic.words()).isEmpty()) {
                errors = errors.text("topics", "handover.topics.half");
            } else if (topic.name().length() > LONGEST || !isFit(words(topic.words()))) {
                errors = errors.text("topics", "handover.words.long", MOST_WORDS, LONGEST);
            }
        }
        return isFit(words(typed.angryWords()))
                ? errors
                : errors.text("angryWords", "handover.words.long", MOST_WORDS, LONGEST);
    }

    private static boolean isThere(String team, List<HandoverPage.Choice> teams) {
        return team.isEmpty() || teams.stream().anyMatch(one -> one.id().equals(team));
    }

    private static Team.@Nullable Id team(String id) {
        return id.isEmpty() ? null : new Team.Id(UUID.fromString(id));
    }

    HandoverRules rules() {
        return new HandoverRules(
                typed.topics().stream()
                        .map(topic ->
                                new Topic(topic.name(), words(topic.words()), team(topic.team())))
                        .toList(),
                typed.tries(),
                typed.isForAngry(),
                words(typed.angryWords()),
                team(typed.team()));
    }

    private static @Nullable Integer tries(@Nullable String value) {
        return value != null && value.matches("[1-%d]".formatted(HandoverRules.MOST_TRIES))
                ? Integer.valueOf(value)
                : null;
    }

    private static boolean isFit(List<String> words) {
        return words.size() <= MOST_WORDS
                && words.stream().allMatch(word -> word.length() <= LONGEST);
    }

    private static List<String> words(String typed) {
        return Arrays.stream(typed.split("[,\n]"))
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .distinct()
                .toList();
    }
}
