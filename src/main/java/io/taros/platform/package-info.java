/**
 * What every module stands on: the database and its tenancy, jobs, blobs, keys, web plumbing,
 * outbound requests and the command line. It knows no customer-support word; as soon as a type here
 * needs one, it belongs to a module.
 */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package io.taros.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
