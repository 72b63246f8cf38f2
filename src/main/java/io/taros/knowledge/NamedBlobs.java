package io.taros.knowledge;

/** Which files there must be. */
public final class NamedBlobs {
    /** Their ids, of whatever the reader may see. */
    public static final String QUERY =
            """
            select upload_id as id from source where upload_id is not null
            union select text_id from document where text_id is not null
            """;

    private NamedBlobs() {}
}
