package io.taros.knowledge.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever a file holds, it ends in text or in a sentence. */
class FileFuzzIT {
    @FuzzTest(maxDuration = "10m")
    void tables(FuzzedDataProvider any) {
        var text = any.consumeRemainingAsString();

        CsvReader.isCsv(text, "a.txt");
        assertThat(CsvReader.read(text, "a")).isNotNull();
    }

    @FuzzTest(maxDuration = "10m")
    void archives(byte[] content) {
        assertThat(ArchiveReader.read(content, "a.zip", 0)).isNotNull();
    }

    @FuzzTest(maxDuration = "10m")
    void richText(byte[] content) {
        assertThat(RtfReader.read(content, "a")).isNotNull();
    }

    @FuzzTest(maxDuration = "10m")
    void mails(byte[] content) {
        assertThat(MailReader.read(content, "a", 0)).isNotNull();
    }
}
