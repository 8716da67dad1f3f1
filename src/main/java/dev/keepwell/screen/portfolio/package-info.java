/// The list of accounts: gathered after every run, searched, filtered and sorted here, shown by the
/// API and by the accounts page.
@NullMarked
package dev.keepwell.screen.portfolio;

import org.jspecify.annotations.NullMarked;
