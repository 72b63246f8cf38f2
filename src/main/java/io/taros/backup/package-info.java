/**
 * Copies of a whole installation, and how one is brought back without what was erased since.
 *
 * <p>Its words: a <em>backup</em> is two files, of which the small one holds the <em>keys</em>:
 * without it nothing in the large one can be read. To <em>restore</em> is to make an installation
 * of them beside the one there is, to <em>replay</em> there what the journal says was erased since,
 * and only then to put it in place.
 *
 * <p>It knows no table by name but those of keys and sessions. It refuses to write over a file, to
 * restore over an installation without being told to, and never deletes one.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "privacy", "knowledge"})
package io.taros.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
