/**
 * Groups of pictures in pooled direct memory, on their way from the network to disks and viewers.
 */
@org.jspecify.annotations.NullMarked
package org.lynceus.media.gop;
