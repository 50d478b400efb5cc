package org.lynceus.media;

import java.util.UUID;

/** Names one stream of one channel. The engine holds at most one connection per key. */
public record StreamKey(UUID channel, StreamKind kind) {
  @Override
  public String toString() {
    return channel + "-" + kind.word();
  }
}
