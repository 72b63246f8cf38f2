package io.taros.platform.web;

import java.util.Optional;
import java.util.UUID;

/** Brought by the module that knows partners; without one there is only the product's own name. */
public interface Brands {
    /** Of the bound organization. */
    Optional<Brand> find();

    /** Of whoever has proven that a domain is theirs. */
    Optional<Brand> at(String domain);

    /**
     * Of an account all of whose organizations have this one brand. Somebody who is anywhere else,
     * too, is written to as by the installation: a link of theirs opens more than one brand's.
     */
    Optional<Brand> ofAccount(UUID account);
}
