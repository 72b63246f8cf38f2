package io.taros.search.lucene;

import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.apache.lucene.index.LeafReader;

/** What the index keeps beside the terms of one of its documents. */
record StoredValues(LeafReader reader, int document) {

    UUID id(String field) throws IOException {
        var values = reader.getBinaryDocValues(field);
        require(values.advanceExact(document), field);
        return IndexFields.uuid(values.binaryValue());
    }

    String text(String field) throws IOException {
        var values = reader.getSortedDocValues(field);
        require(values.advanceExact(document), field);
        return values.lookupOrd(values.ordValue()).utf8ToString();
    }

    Instant time(String field) throws IOException {
        var values = reader.getNumericDocValues(field);
        require(values.advanceExact(document), field);
        return Instant.ofEpochSecond(values.longValue());
    }

    /** Empty for a passage that nobody was allowed to embed. */
    float[] vector() throws IOException {
        var vectors = reader.getFloatVectorValues(IndexFields.VECTOR);
        if (vectors == null) {
            return new float[0];
        }
        var each = vectors.iterator();
        if (each.advance(document) != document) {
            return new float[0];
        }
        return vectors.vectorValue(each.index());
    }

    private void require(boolean present, String field) {
        if (!present) {
            throw new IllegalStateException("an index document without " + field);
        }
    }
}
