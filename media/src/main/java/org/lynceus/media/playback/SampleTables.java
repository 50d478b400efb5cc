package org.lynceus.media.playback;

import java.util.function.IntToLongFunction;
import org.lynceus.media.mp4.BoxBuffer;

/** Writes stts, ctts, stss, stsc, stsz and stco or co64 of one track. */
record SampleTables(SampleList samples, boolean large, long mediaOffset) {

  void write(BoxBuffer out, boolean video) {
    runs(out.beginFull("stts", 0, 0), samples::duration);
    if (samples.reordered()) {
      runs(out.beginFull("ctts", 1, 0), samples::offset);
    }
    if (video) {
      keys(out);
    }
    chunks(out);
    out.beginFull("stsz", 0, 0).u32(0).u32(samples.count());
    for (int i = 0; i < samples.count(); i++) {
      out.u32(samples.size(i));
    }
    out.end();
    offsets(out);
  }

  private void runs(BoxBuffer out, IntToLongFunction value) {
    int countAt = out.size();
    out.u32(0);
    int entries = 0;
    for (int i = 0; i < samples.count(); ) {
      int first = i;
      long same = value.applyAsLong(i);
      while (i < samples.count() && value.applyAsLong(i) == same) {
        i++;
      }
      out.u32(i - first).u32(same);
      entries++;
    }
    out.set32(countAt, entries);
    out.end();
  }

  private void keys(BoxBuffer out) {
    int countAt = out.beginFull("stss", 0, 0).size();
    out.u32(0);
    int entries = 0;
    for (int i = 0; i < samples.count(); i++) {
      if (samples.key(i)) {
        out.u32(i + 1L);
        entries++;
      }
    }
    out.set32(countAt, entries);
    out.end();
  }

  private void chunks(BoxBuffer out) {
    int countAt = out.beginFull("stsc", 0, 0).size();
    out.u32(0);
    int entries = 0;
    for (int i = 0; i < samples.chunks(); i++) {
      boolean same =
          i > 0
              && samples.chunkSamples(i) == samples.chunkSamples(i - 1)
              && samples.chunkDescription(i) == samples.chunkDescription(i - 1);
      if (!same) {
        out.u32(i + 1L).u32(samples.chunkSamples(i)).u32(samples.chunkDescription(i));
        entries++;
      }
    }
    out.set32(countAt, entries);
    out.end();
  }

  private void offsets(BoxBuffer out) {
    out.beginFull(large ? "co64" : "stco", 0, 0).u32(samples.chunks());
    for (int i = 0; i < samples.chunks(); i++) {
      long offset = mediaOffset + samples.chunkOffset(i);
      if (large) {
        out.u64(offset);
      } else {
        out.u32(offset);
      }
    }
    out.end();
  }
}
