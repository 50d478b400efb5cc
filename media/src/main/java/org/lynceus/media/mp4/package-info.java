/** Reading and writing of ISO base media files, fragmented and classic. */
@org.jspecify.annotations.NullMarked
package org.lynceus.media.mp4;
