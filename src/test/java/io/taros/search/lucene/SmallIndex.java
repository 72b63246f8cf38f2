package io.taros.search.lucene;

import io.taros.search.BotScope;
import io.taros.search.DocumentId;
import io.taros.search.IndexedPassage;
import io.taros.search.Passage;
import io.taros.search.PassageId;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;

/** An index in memory of a few texts in one language, each a document of its own. */
final class SmallIndex {
    static final IndexFields.FieldAnalyzer ANALYZER = new IndexFields.FieldAnalyzer();

    private SmallIndex() {}

    static IndexReader of(String language, String... texts) throws IOException {
        var directory = new ByteBuffersDirectory();
        try (var writer = new IndexWriter(directory, new IndexWriterConfig(ANALYZER))) {
            for (var text : texts) {
                writer.addDocument(IndexFields.words(passage(language, text)));
            }
        }
        return DirectoryReader.open(directory);
    }

    static IndexedPassage passage(String language, String text) {
        return new IndexedPassage(
                new PassageId(UUID.randomUUID()),
                new DocumentId(UUID.randomUUID()),
                UUID.randomUUID(),
                new BotScope(UUID.randomUUID()),
                language,
                Passage.Kind.TEXT,
                "",
                "",
                text,
                new float[0],
                null,
                Instant.EPOCH);
    }
}
