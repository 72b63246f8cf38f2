package io.taros.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.taros.platform.web.BadInput;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KnowledgeTagsTest {
    @Test
    void areTheSameHoweverTheyAreWritten() {
        assertThat(
                        KnowledgeTags.of(List.of(" Pro\u00a0 Customers ,,EU", "ｅｕ", "", "\u0000"))
                                .values())
                .containsExactly("pro customers", "eu");
        assertThat(KnowledgeTags.of(Collections.singletonList(null)).isEmpty()).isTrue();
    }

    @Test
    void areFewAndShort() {
        var many = IntStream.rangeClosed(1, 21).mapToObj(Integer::toString).toList();

        assertThat(KnowledgeTags.of(many.subList(0, 20)).values()).hasSize(20);
        assertThatThrownBy(() -> KnowledgeTags.of(many)).isInstanceOf(BadInput.class);
        assertThat(KnowledgeTags.of(List.of("x".repeat(40))).values()).hasSize(1);
        assertThatThrownBy(() -> KnowledgeTags.of(List.of("x".repeat(41))))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void areLeftOutWhereTheyDoNotFitAndNobodyCanBeTold() {
        var many = IntStream.rangeClosed(1, 30).mapToObj(Integer::toString).toList();

        assertThat(KnowledgeTags.fitting(List.of("x".repeat(41), "pro")).values())
                .containsExactly("pro");
        assertThat(KnowledgeTags.fitting(many).values()).hasSize(20);
    }
}
