package org.lynceus.media.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.Fault;
import org.lynceus.media.gop.Gop;
import org.lynceus.media.gop.Run;

/**
 * Hands one stream's frames to its viewers. Costs nothing while there are none. On its loop's
 * thread.
 */
final class LiveFanout {
  private final List<Viewer> viewers = new ArrayList<>();
  private LiveFragments fragments = new LiveFragments();
  private @Nullable Run run;
  private long expected = -1;

  boolean watched() {
    return !viewers.isEmpty();
  }

  /** Adds a viewer and sends what there is: the state, and the group of pictures under way. */
  void add(Viewer viewer, StreamState state, @Nullable Fault fault, @Nullable Gop gop) {
    viewer.offer(new LiveMessage.State(state, fault));
    if (gop != null) {
      if (viewers.isEmpty()) {
        fragments = new LiveFragments();
        run = gop.run();
      }
      viewer.offer(LiveFragments.init(gop.run()));
      for (LiveMessage.Fragment fragment : LiveFragments.soFar(gop)) {
        viewer.offer(fragment);
      }
      fragments.joined(gop);
    }
    viewers.add(viewer);
  }

  void remove(Viewer viewer) {
    viewers.remove(viewer);
    if (viewers.isEmpty()) {
      run = null;
    }
  }

  void state(StreamState state, @Nullable Fault fault) {
    LiveMessage message = new LiveMessage.State(state, fault);
    viewers.forEach(viewer -> viewer.offer(message));
  }

  void frame(Gop gop, int index) {
    if (viewers.isEmpty()) {
      return;
    }
    boolean broken = index == 0 && expected >= 0 && gop.start() != expected;
    if (broken || run == null || !run.id().equals(gop.run().id())) {
      begin(gop, index);
    }
    expected = -1;
    LiveMessage.Fragment fragment = fragments.fragment(gop, index);
    LiveMessage.Audio audio = fragments.telephone(gop);
    for (Viewer viewer : viewers) {
      viewer.offer(fragment);
      if (audio != null) {
        viewer.offer(audio);
      }
    }
  }

  void complete(Gop gop) {
    expected = gop.end();
    if (!viewers.isEmpty()) {
      fragments.complete(gop);
    }
  }

  private void begin(Gop gop, int index) {
    if (index != 0) {
      throw new IllegalStateException("a run begins with a key frame");
    }
    run = gop.run();
    fragments = new LiveFragments();
    LiveMessage.Init init = LiveFragments.init(gop.run());
    viewers.forEach(viewer -> viewer.offer(init.copy()));
  }
}
