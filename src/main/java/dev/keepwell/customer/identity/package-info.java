/// Identity. Tells which records of several sources are one customer or one person, and joins them
/// without changing what is kept.
@NamedInterface("identity")
@NullMarked
package dev.keepwell.customer.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
