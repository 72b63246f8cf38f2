-- Whoever teaches much at a time has the database count it, rather than wait until it does so by itself.
grant maintain on source, document, passage, passage_embedding, page_blocks to taros_app;
