/// The pages of one account: who they are, how they stand, and why.
@NullMarked
package dev.keepwell.screen.account;

import org.jspecify.annotations.NullMarked;
