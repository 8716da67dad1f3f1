/// The page of all accounts: found, compared, and sorted, with a look at one of them beside the
/// list.
@NullMarked
package dev.keepwell.screen.accounts;

import org.jspecify.annotations.NullMarked;
