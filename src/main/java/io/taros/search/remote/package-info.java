/**
 * Embedding models of others: OpenAI, Mistral and every server that speaks OpenAI's protocol.
 *
 * <p>It sends texts and takes vectors, or says in a word why there are none. It waits and tries
 * again for what is taught, and never keeps a question waiting; it logs no text, and refuses to be
 * called inside a transaction.
 */
@NullMarked
package io.taros.search.remote;

import org.jspecify.annotations.NullMarked;
