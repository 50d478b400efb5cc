package org.lynceus.protocols.registration;

import java.io.ByteArrayOutputStream;
import org.lynceus.media.MalformedException;

/** Takes a chunked body (RFC 9112, 7.1) byte by byte; trailers are passed over. */
final class Chunks {
  private static final int LONGEST_LINE = 1024;
  private static final int MOST_TRAILERS = 50;

  private enum Step {
    SIZE,
    DATA,
    END_OF_DATA,
    TRAILER,
    DONE
  }

  private final int most;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final StringBuilder line = new StringBuilder();
  private Step step = Step.SIZE;
  private int left;
  private int trailers;

  Chunks(int most) {
    this.most = most;
  }

  boolean done() {
    return step == Step.DONE;
  }

  byte[] body() {
    return body.toByteArray();
  }

  /** Takes bytes until the body is complete; how many it took. */
  int take(byte[] bytes, int from, int to) throws MalformedException {
    int at = from;
    while (at < to && step != Step.DONE) {
      if (step == Step.DATA) {
        int now = Math.min(left, to - at);
        body.write(bytes, at, now);
        at += now;
        left -= now;
        step = left == 0 ? Step.END_OF_DATA : Step.DATA;
      } else {
        line(bytes[at++]);
      }
    }
    return at - from;
  }

  private void line(byte next) throws MalformedException {
    if (next != '\n') {
      if (line.length() == LONGEST_LINE) {
        throw new MalformedException("a line of a chunked body is too long");
      }
      line.append((char) (next & 0xff));
      return;
    }
    String whole = line.toString().strip();
    line.setLength(0);
    switch (step) {
      case SIZE -> size(whole);
      case END_OF_DATA -> {
        if (!whole.isEmpty()) {
          throw new MalformedException("a chunk is longer than it says");
        }
        step = Step.SIZE;
      }
      default -> {
        if (whole.isEmpty()) {
          step = Step.DONE;
        } else if (++trailers > MOST_TRAILERS) {
          throw new MalformedException("too many trailers");
        }
      }
    }
  }

  private void size(String text) throws MalformedException {
    int end = text.indexOf(';');
    String digits = (end < 0 ? text : text.substring(0, end)).strip();
    if (!digits.matches("[0-9A-Fa-f]{1,7}")) {
      throw new MalformedException("a chunk without a size");
    }
    left = Integer.parseInt(digits, 16);
    if (body.size() + left > most) {
      throw new MalformedException("the body is too long");
    }
    step = left == 0 ? Step.TRAILER : Step.DATA;
  }
}
