/**
 * What may be attached to a message, and in which shape: files from strangers are told apart by
 * their content, looked through for malware where a scanner is configured, and written anew without
 * what they say about whoever made them.
 *
 * <p>Its words: a file is <em>clean</em> when it is of a kind that is taken, holds nothing that
 * acts by itself, and was written anew. It keeps nothing, knows no conversation, and refuses to
 * believe a name or a declared type.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "platform")
package io.taros.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
