/** Sources and documents, over REST and as the pages of the room Knowledge. */
@NullMarked
package io.taros.knowledge.web;

import org.jspecify.annotations.NullMarked;
