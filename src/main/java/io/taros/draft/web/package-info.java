/** Drafts over REST and as a page of the room Bot. */
@NullMarked
package io.taros.draft.web;

import org.jspecify.annotations.NullMarked;
