/** Motion JPEG as a stream format: headers for pictures whose network packets carry none. */
@org.jspecify.annotations.NullMarked
package org.lynceus.media.jpeg;
