package io.taros.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.platform.rights.PersonalRecords;
import io.taros.testing.TarosTest;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;

/** Whoever gets a copy of what is held about them reads words, whichever module holds it. */
@TarosTest
class RecordTextsTest {
    private final List<PersonalRecords> records;
    private final MessageSource texts;

    RecordTextsTest(List<PersonalRecords> records, MessageSource texts) {
        this.records = records;
        this.texts = texts;
    }

    @Test
    void everyKindAndEveryColumnHasItsWords() {
        var kinds = records.stream().flatMap(one -> one.kinds().stream()).toList();

        assertThat(kinds).isNotEmpty();
        for (var locale : List.of(Locale.ENGLISH, Locale.of("da"))) {
            for (var kind : kinds) {
                assertThat(texts.getMessage("rights.kind." + kind.name(), null, locale))
                        .isNotBlank();
                for (var column : kind.columns()) {
                    assertThat(texts.getMessage("rights.column." + column, null, locale))
                            .isNotBlank();
                }
            }
        }
    }
}
