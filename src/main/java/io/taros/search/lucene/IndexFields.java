package io.taros.search.lucene;

import io.taros.search.BotScope;
import io.taros.search.DocumentId;
import io.taros.search.IndexedPassage;
import io.taros.search.Passage;
import io.taros.search.Passages;
import io.taros.search.analysis.GramAnalyzer;
import io.taros.search.analysis.LanguageAnalyzers;
import io.taros.search.analysis.PairAnalyzer;
import io.taros.search.analysis.SpellingAnalyzer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * The fields of the index. Manual questions have fields of their own: a question of eight words
 * among passages of two hundred would spoil the length statistics of both.
 */
public final class IndexFields {
    /** Raise it when fields or analysis change; an index with another number is built anew. */
    static final String SCHEMA = "5";

    static final String ID = "id";
    static final String DOCUMENT = "document";
    static final String BOT = "bot";
    static final String SOURCE = "source";
    static final String LANGUAGE = "language";
    static final String KIND = "kind";
    static final String FAQ = "faq";
    static final String CHANGED = "changed";
    static final String VECTOR = "vector";

    /** The words as they are written; not to search in, only to know them. */
    static final String SPELLING = "spelling";

    private static final String TITLE = "title.";
    private static final String PAIRS = "pairs.";

    private static final FieldType VOCABULARY = terms(IndexOptions.DOCS, false);

    /** Nothing asks where in a passage a term stands, and places are half of what is written. */
    private static final FieldType MEASURED = terms(IndexOptions.DOCS_AND_FREQS, true);

    private IndexFields() {}

    private static FieldType terms(IndexOptions known, boolean hasLengths) {
        var type = new FieldType();
        type.setIndexOptions(known);
        type.setOmitNorms(!hasLengths);
        type.setTokenized(true);
        type.freeze();
        return type;
    }

    static String words(Passage.Kind kind, String language) {
        return switch (kind) {
            case TEXT -> "text." + language;
            case QUESTION -> "question." + language;
        };
    }

    static String title(String language) {
        return TITLE + language;
    }

    static String pairs(String language) {
        return PAIRS + language;
    }

    static String grams(Passage.Kind kind) {
        return switch (kind) {
            case TEXT -> "grams";
            case QUESTION -> "question-grams";
        };
    }

    /** To be found by words and, where it has a vector, by meaning. */
    public static Document document(IndexedPassage passage) {
        var document = words(passage);
        if (passage.vector().length > 0) {
            document.add(
                    new KnnFloatVectorField(
                            VECTOR, passage.vector(), VectorSimilarityFunction.DOT_PRODUCT));
        }
        return document;
    }

    /** For an index whose vectors are another model's. */
    static Document words(IndexedPassage passage) {
        var heading = (passage.title() + "\n" + passage.headingPath()).strip();
        var text =
                switch (passage.kind()) {
                    case TEXT ->
                            IndexedPassage.embeddedText(
                                    passage.title(), passage.headingPath(), passage.text());
                    case QUESTION -> passage.text();
                };
        var document = new Document();
        document.add(new BinaryDocValuesField(ID, bytes(passage.id().value())));
        document.add(new BinaryDocValuesField(DOCUMENT, bytes(passage.document().value())));
        document.add(new StringField(DOCUMENT, bytes(passage.document().value()), Store.NO));
        document.add(new StringField(BOT, bytes(passage.bot().value()), Store.NO));
        document.add(new StringField(SOURCE, bytes(passage.source()), Store.NO));
        document.add(new SortedDocValuesField(LANGUAGE, new BytesRef(passage.language())));
        document.add(new SortedDocValuesField(KIND, new BytesRef(passage.kind().name())));
        document.add(
                new SortedDocValuesField(
                        FAQ, new BytesRef(String.valueOf(FaqPages.isOne(passage)))));
        document.add(new NumericDocValuesField(CHANGED, passage.changed().getEpochSecond()));
        document.add(new Field(words(passage.kind(), passage.language()), text, MEASURED));
        document.add(new Field(grams(passage.kind()), text, MEASURED));
        document.add(new Field(pairs(passage.language()), text, MEASURED));
        document.add(new Field(title(passage.language()), heading, MEASURED));
        document.add(new Field(SPELLING, text, VOCABULARY));
        return document;
    }

    static Term documentTerm(DocumentId document) {
        return new Term(DOCUMENT, bytes(document.value()));
    }

    /** The passages that may be found at all. */
    static Query passagesOf(BotScope bot, Passages.Selection selection) {
        var own = new TermQuery(new Term(BOT, bytes(bot.value())));
        var allowed = new BooleanQuery.Builder().add(own, Occur.SHOULD);
        if (!selection.shared().isEmpty()) {
            allowed.add(anyOf(selection.shared()), Occur.SHOULD);
        }
        if (!selection.hidden().isEmpty()) {
            allowed.add(anyOf(selection.hidden()), Occur.MUST_NOT);
        }
        return selection.equals(Passages.Selection.ALL_OF_THE_BOT) ? own : allowed.build();
    }

    private static Query anyOf(Set<UUID> sources) {
        return new TermInSetQuery(SOURCE, sources.stream().map(IndexFields::bytes).toList());
    }

    static Set<String> languages(IndexReader reader) {
        var languages = new TreeSet<String>();
        for (var field : FieldInfos.getIndexedFields(reader)) {
            if (field.startsWith(TITLE)) {
                languages.add(field.substring(TITLE.length()));
            }
        }
        return languages;
    }

    static Set<DocumentId> documents(IndexReader reader) throws IOException {
        var documents = new HashSet<DocumentId>();
        for (var leaf : reader.leaves()) {
            var live = leaf.reader().getLiveDocs();
            for (var i = 0; i < leaf.reader().maxDoc(); i++) {
                if (live == null || live.get(i)) {
                    var stored = new StoredValues(leaf.reader(), i);
                    documents.add(new DocumentId(stored.id(DOCUMENT)));
                }
            }
        }
        return documents;
    }

    static BytesRef bytes(UUID id) {
        var buffer = ByteBuffer.allocate(2 * Long.BYTES);
        buffer.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return new BytesRef(buffer.array());
    }

    static UUID uuid(BytesRef bytes) {
        var buffer = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    /** Chooses by the field's name, so that writing and asking cannot disagree. */
    public static final class FieldAnalyzer extends DelegatingAnalyzerWrapper {
        private final LanguageAnalyzers languages = new LanguageAnalyzers();
        private final Map<String, Analyzer> pairs = new ConcurrentHashMap<>();
        private final Analyzer grams = new GramAnalyzer();
        private final Analyzer spelling = new SpellingAnalyzer();

        public FieldAnalyzer() {
            super(PER_FIELD_REUSE_STRATEGY);
        }

        @Override
        protected Analyzer getWrappedAnalyzer(String field) {
            var dot = field.indexOf('.');
            if (dot < 0) {
                return field.equals(SPELLING) ? spelling : grams;
            }
            var words = languages.analyzerFor(field.substring(dot + 1));
            return field.startsWith(PAIRS)
                    ? pairs.computeIfAbsent(field, any -> new PairAnalyzer(words))
                    : words;
        }

        List<String> terms(String field, String text) {
            return AnalyzedTerms.of(this, field, text);
        }
    }
}
