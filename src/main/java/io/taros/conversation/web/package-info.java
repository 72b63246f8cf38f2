/** Conversations over REST, for their organization. */
@NullMarked
package io.taros.conversation.web;

import org.jspecify.annotations.NullMarked;
