/// What the server asks of a cluster. A connection to one is an artefact of its own, compiled
/// against this package alone and loaded from its own folder.
@NullMarked
package dev.keepwell.warehouse.cluster;

import org.jspecify.annotations.NullMarked;
