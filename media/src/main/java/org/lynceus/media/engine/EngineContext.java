package org.lynceus.media.engine;

import java.time.Clock;
import java.util.random.RandomGenerator;
import org.lynceus.media.gop.BufferPool;
import org.lynceus.media.store.SegmentIndex;

/** What all streams of an engine share. */
record EngineContext(
    EngineOptions options,
    Clock clock,
    RandomGenerator random,
    EngineEvents events,
    SegmentIndex index,
    Volumes volumes,
    BufferPool pool,
    Resolver resolver) {}
