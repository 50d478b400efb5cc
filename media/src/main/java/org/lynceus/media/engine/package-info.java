/** The running engine: one connection per stream, its state, recording and live viewers. */
@org.jspecify.annotations.NullMarked
package org.lynceus.media.engine;
