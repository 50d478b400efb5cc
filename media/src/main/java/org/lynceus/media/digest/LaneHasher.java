package org.lynceus.media.digest;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Calculates the digests of several files side by side, one in each lane; a lane that is done takes
 * the next file, the longest first. Used by one thread.
 */
final class LaneHasher {
  /** Blocks of each lane that are taken at once. */
  private static final int MOST_BLOCKS = 32;

  /** One block more than is used: lanes that lie a power of two apart fight for cache lines. */
  private static final int LANE_BYTES = (MOST_BLOCKS + 1) * Sha256.BLOCK;

  private final Lanes lanes;
  private final int width;
  private final @Nullable FileHash[] files;
  private final ByteBuffer stage;
  private final IntBuffer stageWords;
  private final int[] staged;
  private final int[] state;
  private final int[] words;

  LaneHasher(Lanes lanes) {
    this.lanes = lanes;
    this.width = lanes.width();
    this.files = new FileHash[width];
    this.stage = ByteBuffer.allocateDirect(width * LANE_BYTES);
    this.stageWords = stage.order(ByteOrder.nativeOrder()).asIntBuffer();
    this.staged = new int[width * LANE_BYTES / 4];
    this.state = new int[width * Sha256.STATE_WORDS];
    this.words = new int[width * Sha256.ROUNDS];
  }

  /** Calculates all whole blocks that wait. */
  void run(Collection<FileHash> all) {
    ArrayDeque<FileHash> next = new ArrayDeque<>();
    all.stream()
        .filter(file -> file.blocks() > 0)
        .sorted(Comparator.comparingLong(FileHash::blocks).reversed())
        .forEach(next::add);
    for (int blocks = assign(next); blocks > 0; blocks = assign(next)) {
      for (int lane = 0; lane < width; lane++) {
        FileHash file = files[lane];
        if (file != null) {
          stage.limit(lane * LANE_BYTES + blocks * Sha256.BLOCK).position(lane * LANE_BYTES);
          file.move(stage);
        }
      }
      stageWords.get(0, staged);
      for (int block = 0; block < blocks; block++) {
        transpose(block * Sha256.BLOCK_WORDS);
        lanes.compress(state, words);
      }
    }
  }

  /** Ends and begins files; returns how many blocks every lane has, 0 when all are done. */
  private int assign(ArrayDeque<FileHash> next) {
    long blocks = Long.MAX_VALUE;
    for (int lane = 0; lane < width; lane++) {
      FileHash file = files[lane];
      if (file != null && file.blocks() == 0) {
        copyState(lane, file, false);
        file = null;
      }
      if (file == null && !next.isEmpty()) {
        file = next.remove();
        copyState(lane, file, true);
      }
      files[lane] = file;
      blocks = file == null ? blocks : Math.min(blocks, file.blocks());
    }
    return blocks == Long.MAX_VALUE ? 0 : (int) Math.min(blocks, MOST_BLOCKS);
  }

  private void copyState(int lane, FileHash file, boolean in) {
    for (int i = 0; i < Sha256.STATE_WORDS; i++) {
      if (in) {
        state[i * width + lane] = file.state[i];
      } else {
        file.state[i] = state[i * width + lane];
      }
    }
  }

  private void transpose(int offset) {
    for (int lane = 0; lane < width; lane++) {
      int from = lane * (LANE_BYTES / 4) + offset;
      for (int i = 0, to = lane; i < Sha256.BLOCK_WORDS; i++, to += width) {
        words[to] = Integer.reverseBytes(staged[from + i]);
      }
    }
  }
}
