/// The way to a Spark cluster, through Spark Connect.
@NullMarked
package dev.keepwell.spark;

import org.jspecify.annotations.NullMarked;
