/** Where the process starts. Every other package is a module with a package-info of its own. */
@NullMarked
package io.taros;

import org.jspecify.annotations.NullMarked;
