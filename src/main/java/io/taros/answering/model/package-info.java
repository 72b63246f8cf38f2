/**
 * The language models that write answers: OpenAI, Anthropic, Mistral and every server that speaks
 * OpenAI's protocol.
 *
 * <p>It sends one prompt and hands back text as it arrives, or says in a word why there is none. It
 * keeps every switch for storing and training off, logs no text, and refuses to be called inside a
 * transaction.
 */
@NullMarked
package io.taros.answering.model;

import org.jspecify.annotations.NullMarked;
