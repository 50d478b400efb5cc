package org.lynceus.media.rtsp;

import java.net.URI;
import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.Credentials;
import org.lynceus.media.FaultCode;
import org.lynceus.media.FaultException;
import org.lynceus.media.sdp.MediaDescription;
import org.lynceus.media.sdp.SessionDescription;

/**
 * The client's side of a talk to a camera (ONVIF Streaming 5.3), without any input or output of its
 * own: DESCRIBE, SETUP and PLAY demand the backchannel, and only that is set up, inside the
 * connection. Then each frame of 20 ms is an RTP packet. A {@link FaultException} ends it.
 */
final class TalkClient {
  /** Samples of a packet. */
  static final int FRAME = 160;

  private static final String REQUIRE = "Require: www.onvif.org/ver20/backchannel\r\n";
  private static final int OPTION_NOT_SUPPORTED = 551;
  private static final int RTP_HEADER = 12;

  private final String url;
  private final RtspDialogue dialogue;
  private final RtspReader reader = new RtspReader();
  private final int source;
  private String aggregate;
  private @Nullable TalkCodec codec;
  private boolean open;
  private boolean first = true;
  private int channel;
  private int sequence;
  private int timestamp;

  TalkClient(URI url, @Nullable Credentials credentials, RandomGenerator random) {
    this.url = url.toString();
    this.aggregate = this.url;
    this.dialogue = new RtspDialogue(url, credentials, random);
    this.source = random.nextInt();
    this.sequence = random.nextInt(1 << 16);
    this.timestamp = random.nextInt();
  }

  void start() {
    dialogue.ask("DESCRIBE", url, "Accept: application/sdp\r\n" + REQUIRE);
  }

  /** Takes what the socket gave; leaves an unfinished message or packet in the buffer. */
  void receive(ByteBuffer in) throws FaultException {
    while (true) {
      switch (reader.next(in)) {
        case NOTHING -> {
          return;
        }
        case PACKET -> {}
        case MESSAGE -> {
          if (dialogue.answers(reader.message())) {
            answered(reader.message());
          }
        }
      }
    }
  }

  @Nullable ByteBuffer output() {
    return dialogue.output();
  }

  /** Whether the camera listens. */
  boolean open() {
    return open;
  }

  /** What the camera understands; known once it is open. */
  TalkCodec codec() {
    if (codec == null) {
      throw new IllegalStateException("the camera was not asked yet");
    }
    return codec;
  }

  /** Says a frame of {@link #FRAME} samples. */
  void say(short[] frame) {
    byte[] payload = codec().encode(frame);
    ByteBuffer packet =
        ByteBuffer.allocate(RTP_HEADER + payload.length)
            .put((byte) 0x80)
            .put((byte) (codec().payloadType() | (first ? 0x80 : 0)))
            .putShort((short) sequence++)
            .putInt(timestamp)
            .putInt(source)
            .put(payload)
            .flip();
    first = false;
    timestamp += frame.length;
    dialogue.interleaved(channel, packet);
  }

  /** Time passed in which nothing was said; the camera's clock of it goes on, too. */
  void pause(int samples) {
    timestamp += samples;
    first = true;
  }

  int keepAliveSeconds() {
    return dialogue.keepAliveSeconds();
  }

  void keepAlive() {
    dialogue.ask("OPTIONS", aggregate, "");
  }

  void teardown() {
    if (dialogue.inSession()) {
      dialogue.ask("TEARDOWN", aggregate, REQUIRE);
    }
  }

  private void answered(RtspMessage message) throws FaultException {
    switch (dialogue.method()) {
      case "DESCRIBE" -> described(message);
      case "SETUP" -> {
        RtspFaults.requireSuccess("SETUP", message);
        dialogue.enter(message);
        channel = TransportHeader.channel(message.header("Transport"), 0);
        dialogue.ask("PLAY", aggregate, REQUIRE + "Range: npt=0.000-\r\n");
      }
      case "PLAY" -> {
        RtspFaults.requireSuccess("PLAY", message);
        open = true;
      }
      default -> {
        if (message.status() == 454) {
          throw new FaultException(FaultCode.CLOSED, "The camera ended the talk");
        }
      }
    }
  }

  private void described(RtspMessage message) throws FaultException {
    if (message.status() == OPTION_NOT_SUPPORTED) {
      throw deaf();
    }
    RtspFaults.requireSuccess("DESCRIBE", message);
    SessionDescription description = RtspDialogue.description(message);
    aggregate = Presentation.resolve(dialogue.base(message), description.control());
    MediaDescription media = choose(description);
    dialogue.ask(
        "SETUP",
        Presentation.resolve(aggregate, media.control()),
        "Transport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n" + REQUIRE);
  }

  /** The first way to talk, A-law where the camera leaves the choice. */
  private MediaDescription choose(SessionDescription description) throws FaultException {
    for (TalkCodec wanted : TalkCodec.values()) {
      for (MediaDescription media : description.media()) {
        if (media.type().equals("audio")
            && media.sendOnly()
            && media.payloadTypes().contains(wanted.payloadType())) {
          codec = wanted;
          return media;
        }
      }
    }
    throw deaf();
  }

  private static FaultException deaf() {
    return new FaultException(
        FaultCode.NO_TALK, "The camera takes no speech, or none in G.711 (A-law, mu-law)");
  }
}
