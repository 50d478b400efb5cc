/** The recording store on disk: volumes, segments, their fragment tables, recovery. */
@org.jspecify.annotations.NullMarked
package org.lynceus.media.store;
