package org.lynceus.simulator.rtsp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A client's TCP connection: bytes in, requests out to the {@link RtspSession}, answers and media
 * back. What a slow client has not taken yet is bounded: beyond {@value #QUEUE_LIMIT} bytes its
 * media is left out until the next key frame. Used by the server's thread only.
 */
final class RtspConnection {
  static final int QUEUE_LIMIT = 4 << 20;
  private static final int INPUT = 96 * 1024;

  final SelectionKey key;
  private final SocketChannel channel;
  private final RtspSession session;
  private final ByteBuffer in = ByteBuffer.allocate(INPUT);
  private final ArrayDeque<ByteBuffer> out = new ArrayDeque<>();
  private final Map<Integer, Integer> channels = new HashMap<>();
  private final Map<Integer, Datagrams.Target> targets = new HashMap<>();
  private final Datagrams datagrams;
  @Nullable Camera camera;
  long lastHeard;
  private long queued;
  private boolean waitingForKey = true;
  private boolean closed;

  RtspConnection(
      SelectionKey key, SocketChannel channel, RtspSession session, Datagrams datagrams, long now) {
    this.key = key;
    this.datagrams = datagrams;
    this.channel = channel;
    this.session = session;
    this.lastHeard = now;
  }

  void read(long now) {
    try {
      if (channel.read(in) < 0) {
        close();
        return;
      }
      lastHeard = now;
      in.flip();
      for (RtspRequest request = RtspRequest.take(in, session::heard);
          request != null && !closed;
          request = RtspRequest.take(in, session::heard)) {
        String answer = session.answer(this, request);
        if (answer == null) {
          close();
          return;
        }
        enqueue(ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)));
        session.answered(this);
      }
      in.compact();
    } catch (IOException | IllegalArgumentException e) {
      close();
    }
  }

  /** The interleaved channel that the client chose for a track. */
  void map(TrackSender track, int clientChannel) {
    channels.put(track.channel, clientChannel);
  }

  /** The UDP port that the client chose for a track. */
  void mapToPort(TrackSender track, int port) {
    targets.put(track.channel, new Datagrams.Target("127.0.0.1", port));
  }

  boolean hasTracks() {
    return !channels.isEmpty() || !targets.isEmpty();
  }

  /** Is a channel number, or the one after it, used by another track already? */
  boolean taken(TrackSender track, int clientChannel) {
    return channels.entrySet().stream()
        .anyMatch(
            used ->
                used.getKey() != track.channel && Math.abs(used.getValue() - clientChannel) < 2);
  }

  void play() {
    waitingForKey = true;
  }

  void forgetTracks() {
    channels.clear();
    targets.clear();
  }

  void sendMedia(TrackSender track, ByteBuffer packets, boolean video, boolean keyFrame) {
    if (queued > QUEUE_LIMIT) {
      waitingForKey = true;
    }
    if (waitingForKey) {
      boolean startsHere = keyFrame || video && !hasTrack(0);
      if (!startsHere || queued > QUEUE_LIMIT / 2) {
        return;
      }
      waitingForKey = false;
    }
    send(track, packets);
  }

  private boolean hasTrack(int channel) {
    return channels.containsKey(channel) || targets.containsKey(channel);
  }

  void send(TrackSender track, ByteBuffer packets) {
    Datagrams.Target target = targets.get(track.channel);
    if (target != null && camera != null) {
      datagrams.send(packets, target, camera.network);
      return;
    }
    Integer mapped = channels.get(track.channel);
    if (mapped != null) {
      enqueue(mapped == track.channel ? packets : moved(packets, mapped - track.channel));
    }
  }

  /** The same packets on other channel numbers: for a client that does not use 0-1, 2-3. */
  private static ByteBuffer moved(ByteBuffer packets, int by) {
    ByteBuffer copy = ByteBuffer.allocate(packets.remaining()).put(packets).flip();
    for (int at = 0; at < copy.limit(); at += 4 + (copy.getShort(at + 2) & 0xffff)) {
      copy.put(at + 1, (byte) (copy.get(at + 1) + by));
    }
    return copy;
  }

  private void enqueue(ByteBuffer bytes) {
    if (closed) {
      return;
    }
    out.addLast(bytes);
    queued += bytes.remaining();
    if (out.size() == 1) {
      write();
    }
  }

  void write() {
    try {
      while (!out.isEmpty()) {
        ByteBuffer first = out.getFirst();
        queued -= channel.write(first);
        if (first.hasRemaining()) {
          key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
          return;
        }
        out.removeFirst();
      }
      key.interestOps(SelectionKey.OP_READ);
    } catch (IOException e) {
      close();
    }
  }

  void close() {
    if (closed) {
      return;
    }
    closed = true;
    out.clear();
    session.ended(this);
    key.cancel();
    try {
      channel.close();
    } catch (IOException e) {
      System.getLogger(RtspConnection.class.getName())
          .log(System.Logger.Level.DEBUG, "closing a client", e);
    }
  }
}
