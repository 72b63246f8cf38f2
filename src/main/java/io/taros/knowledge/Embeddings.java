package io.taros.knowledge;

import io.taros.platform.security.Tenancy;
import io.taros.search.Embedder;
import io.taros.search.EmbeddingFailed;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Vectors of passages, made once per organization and meaning, however often it is taught. */
@Component
class Embeddings {
    private static final int AT_A_TIME = 32;

    private final Embedder embedder;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    Embeddings(Embedder embedder, JdbcClient jdbc, TransactionTemplate transactions) {
        this.embedder = embedder;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Of what is not embedded, or nobody is allowed to embed: it is found by its words. */
    private static final float[] NONE = {};

    /**
     * In the order asked for; empty where the organization lets nothing go to who would make them.
     * Embedding may call a provider, so no transaction may be open.
     */
    List<float[]> of(List<Meaning> meanings) {
        List<ByteBuffer> order = hashes(meanings);
        Map<ByteBuffer, Meaning> wanted = new LinkedHashMap<>();
        for (int i = 0; i < order.size(); i++) {
            wanted.putIfAbsent(order.get(i), meanings.get(i));
        }
        Map<ByteBuffer, float[]> vectors = made(List.copyOf(wanted.keySet()));
        List<ByteBuffer> missing =
                wanted.keySet().stream().filter(hash -> !vectors.containsKey(hash)).toList();
        try {
            make(missing, wanted, vectors);
        } catch (EmbeddingFailed failed) {
            if (failed.reason() != EmbeddingFailed.Reason.NOT_ALLOWED) {
                throw failed;
            }
        }
        return order.stream().map(hash -> vectors.getOrDefault(hash, NONE)).toList();
    }

    /** In the order asked for; empty where it was not made yet. */
    List<float[]> known(List<Meaning> meanings) {
        List<ByteBuffer> order = hashes(meanings);
        Map<ByteBuffer, float[]> vectors = made(order.stream().distinct().toList());
        return order.stream().map(hash -> vectors.getOrDefault(hash, NONE)).toList();
    }

    private static List<ByteBuffer> hashes(List<Meaning> meanings) {
        return meanings.stream().map(meaning -> ByteBuffer.wrap(meaning.hash())).toList();
    }

    private void make(
            List<ByteBuffer> missing,
            Map<ByteBuffer, Meaning> wanted,
            Map<ByteBuffer, float[]> vectors) {
        for (int i = 0; i < missing.size(); i += AT_A_TIME) {
            List<ByteBuffer> batch = missing.subList(i, Math.min(i + AT_A_TIME, missing.size()));
            List<float[]> made =
                    Meaning.vectors(batch.stream().map(wanted::get).toList(), embedder);
            keep(batch, made);
            for (int j = 0; j < batch.size(); j++) {
                vectors.put(batch.get(j), made.get(j));
            }
        }
    }

    private Map<ByteBuffer, float[]> made(List<ByteBuffer> hashes) {
        Map<ByteBuffer, float[]> vectors = new HashMap<>();
        transactions.executeWithoutResult(status ->
                jdbc.sql(
                                """
                                select embedding_hash, vector from passage_embedding
                                where model = :model and embedding_hash = any(:hashes::bytea[])
                                """)
                        .param("model", embedder.model())
                        .param("hashes", hashes.stream().map(ByteBuffer::array).toList())
                        .query(row -> {
                            vectors.put(
                                    ByteBuffer.wrap(row.getBytes("embedding_hash")),
                                    floats(row.getBytes("vector")));
                        }));
        return vectors;
    }

    private void keep(List<ByteBuffer> hashes, List<float[]> vectors) {
        transactions.executeWithoutResult(status ->
                jdbc.sql(
                                """
                                insert into passage_embedding (organization_id, model, embedding_hash, vector)
                                select :organization, :model, hash, vector
                                from unnest(:hashes::bytea[], :vectors::bytea[]) as e(hash, vector)
                                on conflict do nothing
                                """)
                        .param("organization", Tenancy.organization())
                        .param("model", embedder.model())
                        .param("hashes", hashes.stream().map(ByteBuffer::array).toList())
                        .param("vectors", vectors.stream().map(Embeddings::bytes).toList())
                        .update());
    }

    /** Drops what no passage needs any more. */
    void forgetUnused() {
        transactions.executeWithoutResult(status ->
                jdbc.sql(
                                """
                                delete from passage_embedding e where not exists (
                                    select 1 from passage p where p.organization_id = e.organization_id
                                      and p.embedding_hash = e.embedding_hash)
                                """)
                        .update());
    }

    static byte[] bytes(float[] vector) {
        ByteBuffer buffer = ByteBuffer.allocate(vector.length * Float.BYTES);
        for (float value : vector) {
            buffer.putFloat(value);
        }
        return buffer.array();
    }

    static float[] floats(byte[] bytes) {
        float[] vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(vector);
        return vector;
    }
}
