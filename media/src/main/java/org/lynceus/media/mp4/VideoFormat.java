package org.lynceus.media.mp4;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.MalformedException;

/**
 * What must be known of a video codec to put its units together, and what one stream has shown of
 * its parameters so far. Used by one thread at a time.
 */
public interface VideoFormat {
  /** The type in a unit's first byte. */
  int type(int header);

  /** Whether the unit holds picture data. */
  boolean isSlice(int type);

  /** Whether decoding can begin with a picture of such units. */
  boolean isKey(int type);

  /** Whether a picture of such units may be shown before the key frame that it follows. */
  boolean leads(int type);

  /** Whether the unit belongs into a stored access unit. */
  boolean isStored(int type);

  boolean isParameterSet(int type);

  /** Bytes of a unit's header; the first bit after them tells the first slice of a picture. */
  int headerBytes();

  /** Whether every picture can be decoded alone, so that groups are made by time. */
  boolean intraOnly();

  /** Takes a parameter set; returns whether it brought something new. */
  boolean put(byte[] unit) throws MalformedException;

  /** Whether exactly these bytes are known already. */
  boolean knows(int type, Predicate<byte[]> sameBytes);

  /** The decoder configuration of what is known, null until there is enough. */
  @Nullable VideoConfig config();

  /** How many pictures may come before one that is shown earlier, 0 when not told. */
  int reorder();

  /** Pictures a second as the parameters tell, null when they do not. */
  @Nullable Double framesPerSecond();

  /** The name of the profile for people, null until it is known. */
  @Nullable String profile();
}
