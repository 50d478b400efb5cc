package org.lynceus.media.rtsp;

import java.net.URI;
import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.Credentials;
import org.lynceus.media.FaultCode;
import org.lynceus.media.FaultException;
import org.lynceus.media.MalformedException;
import org.lynceus.media.RtspAddress;
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
  private final Authenticator authenticator;
  private final RtspReader reader = new RtspReader();
  private final RtspRequests requests = new RtspRequests();
  private final SessionHeader session = new SessionHeader();
  private final int source;
  private String aggregate;
  private String method = "";
  private String target = "";
  private String extra = "";
  private @Nullable TalkCodec codec;
  private boolean open;
  private boolean first = true;
  private int channel;
  private int sequence;
  private int timestamp;

  TalkClient(URI url, @Nullable Credentials credentials, RandomGenerator random) {
    this.url = url.toString();
    this.aggregate = this.url;
    this.authenticator = new Authenticator(credentials, RtspAddress.secure(url), random);
    this.source = random.nextInt();
    this.sequence = random.nextInt(1 << 16);
    this.timestamp = random.nextInt();
  }

  void start() {
    send("DESCRIBE", url, "Accept: application/sdp\r\n" + REQUIRE);
  }

  /** Takes what the socket gave; leaves an unfinished message or packet in the buffer. */
  void receive(ByteBuffer in) throws FaultException {
    while (true) {
      switch (reader.next(in)) {
        case NOTHING -> {
          return;
        }
        case PACKET -> {}
        case MESSAGE -> message(reader.message());
      }
    }
  }

  @Nullable ByteBuffer output() {
    return requests.take();
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
    requests.interleaved(channel, packet);
  }

  /** Time passed in which nothing was said; the camera's clock of it goes on, too. */
  void pause(int samples) {
    timestamp += samples;
    first = true;
  }

  int keepAliveSeconds() {
    return Math.max(1, session.timeoutSeconds() / 2);
  }

  void keepAlive() {
    send("OPTIONS", aggregate, "");
  }

  void teardown() {
    if (session.known()) {
      send("TEARDOWN", aggregate, REQUIRE);
    }
  }

  private void message(RtspMessage message) throws FaultException {
    if (message.status() == 0) {
      requests.answer(message.header("CSeq"));
    } else if (message.status() == 401) {
      authenticator.challenged(message.all("WWW-Authenticate"));
      send(method, target, extra);
    } else if (message.status() >= 200) {
      authenticator.accepted(message.header("Authentication-Info"));
      answered(message);
    }
  }

  private void answered(RtspMessage message) throws FaultException {
    switch (method) {
      case "DESCRIBE" -> described(message);
      case "SETUP" -> {
        RtspFaults.requireSuccess("SETUP", message);
        session.take(message.header("Session"));
        channel = TransportHeader.channel(message.header("Transport"), 0);
        send("PLAY", aggregate, REQUIRE + "Range: npt=0.000-\r\n");
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
    String base = message.header("Content-Base");
    SessionDescription description;
    try {
      description = SessionDescription.parse(message.bodyText());
    } catch (MalformedException broken) {
      throw new FaultException(
          FaultCode.MALFORMED,
          "The camera describes its stream in a broken way: " + broken.getMessage());
    }
    String usable = base != null && base.matches("(?i)rtsps?://[!-~]{1,2000}") ? base : url;
    aggregate = Presentation.resolve(usable, description.control());
    MediaDescription media = choose(description);
    send(
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

  private void send(String newMethod, String newTarget, String headers) {
    method = newMethod;
    target = newTarget;
    extra = headers;
    String authorization = authenticator.header(newMethod, newTarget);
    requests.send(
        newMethod,
        newTarget,
        headers
            + session.line()
            + (authorization == null ? "" : "Authorization: " + authorization + "\r\n"));
  }
}
