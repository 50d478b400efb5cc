package org.lynceus.media.rtsp;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.Credentials;
import org.lynceus.media.Fault;
import org.lynceus.media.FaultCode;
import org.lynceus.media.FaultException;
import org.lynceus.media.RtspAddress;
import org.lynceus.media.StreamTransport;

/**
 * The client's side of one RTSP connection, without any input or output of its own: whoever owns
 * the socket feeds {@link #receive} and sends {@link #output}. One request is under way at a time.
 * A {@link FaultException} ends it.
 */
public final class RtspClient {
  /** How far to go. */
  public enum Goal {
    DESCRIBE,
    PLAY
  }

  private static final int UNSUPPORTED_TRANSPORT = 461;
  private static final Set<Integer> REDIRECTIONS = Set.of(301, 302, 303, 305, 307, 308);
  private static final String VIDEO_CHANNELS = "0-1";
  private static final String AUDIO_CHANNELS = "2-3";

  private final String url;
  private final boolean secure;
  private final StreamTransport transport;
  private final Goal goal;
  private final RtspListener listener;
  private final RtspDialogue dialogue;
  private final RtspReader reader = new RtspReader();
  private @Nullable Presentation presentation;
  private boolean settingUpAudio;
  private boolean audio;
  private boolean playing;
  private boolean getParameter;
  private boolean udp;
  private int videoChannel;
  private int audioChannel = 2;

  public RtspClient(
      URI url,
      @Nullable Credentials credentials,
      Goal goal,
      StreamTransport transport,
      RandomGenerator random,
      RtspListener listener) {
    this.url = url.toString();
    this.secure = RtspAddress.secure(url);
    this.goal = goal;
    this.transport = transport;
    this.udp = transport == StreamTransport.UDP && !secure;
    this.listener = listener;
    this.dialogue = new RtspDialogue(url, credentials, random);
  }

  /** Begins the conversation. */
  public void start() {
    dialogue.ask("DESCRIBE", url, "Accept: application/sdp\r\n");
  }

  /** Takes what the socket gave; leaves an unfinished message or packet in the buffer. */
  public void receive(ByteBuffer in) throws FaultException {
    while (true) {
      switch (reader.next(in)) {
        case NOTHING -> {
          return;
        }
        case PACKET -> packet(in);
        case MESSAGE -> {
          if (dialogue.answers(reader.message())) {
            answered(reader.message());
          }
        }
      }
    }
  }

  /** What must be sent now, null when nothing. The bytes belong to the caller. */
  public @Nullable ByteBuffer output() {
    return dialogue.output();
  }

  /** Keeps the session alive; to be called every {@link #keepAliveSeconds()} while playing. */
  public void keepAlive() {
    if (playing) {
      dialogue.ask(getParameter ? "GET_PARAMETER" : "OPTIONS", aggregate(), "");
    }
  }

  /** Ends the session politely. */
  public void teardown() {
    if (dialogue.inSession()) {
      dialogue.ask("TEARDOWN", aggregate(), "");
    }
  }

  /** Whether the tracks come over UDP. */
  public boolean udp() {
    return udp;
  }

  /** Sends an RTCP packet of a track inside the connection. */
  public void sendControl(boolean video, ByteBuffer packet) {
    dialogue.interleaved((video ? videoChannel : audioChannel) + 1, packet);
  }

  public int keepAliveSeconds() {
    return dialogue.keepAliveSeconds();
  }

  private void packet(ByteBuffer in) throws FaultException {
    if (reader.channel() == videoChannel) {
      listener.media(true, in, reader.start(), reader.end());
    } else if (audio && reader.channel() == audioChannel) {
      listener.media(false, in, reader.start(), reader.end());
    } else if (reader.channel() == videoChannel + 1) {
      listener.control(true, in, reader.start(), reader.end());
    } else if (audio && reader.channel() == audioChannel + 1) {
      listener.control(false, in, reader.start(), reader.end());
    }
  }

  private void answered(RtspMessage message) throws FaultException {
    switch (dialogue.method()) {
      case "DESCRIBE" -> described(message);
      case "SETUP" -> setUp(message);
      case "PLAY" -> played(message);
      case "OPTIONS" -> {
        String methods = message.header("Public");
        getParameter |= methods != null && methods.contains("GET_PARAMETER");
      }
      default -> {}
    }
    if (playing && message.status() == 454) {
      throw new FaultException(FaultCode.CLOSED, "The camera ended the session");
    }
  }

  private void described(RtspMessage message) throws FaultException {
    String location = message.header("Location");
    if (location != null && REDIRECTIONS.contains(message.status())) {
      listener.redirected(address(location));
      return;
    }
    RtspFaults.requireSuccess("DESCRIBE", message);
    String server = message.header("Server");
    Presentation described =
        Presentation.choose(
            server == null ? "" : server,
            dialogue.base(message),
            RtspDialogue.description(message));
    presentation = described;
    listener.described(described);
    if (goal == Goal.PLAY) {
      setUp(described.video(), true);
    }
  }

  private static URI address(String location) throws FaultException {
    try {
      return new URI(location);
    } catch (URISyntaxException broken) {
      throw new FaultException(
          FaultCode.MALFORMED, "The camera redirects to something that is no address");
    }
  }

  private void setUp(TrackOffer track, boolean video) throws FaultException {
    String how;
    if (udp) {
      int port = listener.openPorts(video);
      how = "RTP/AVP;unicast;client_port=" + port + "-" + (port + 1);
    } else {
      how = "RTP/AVP/TCP;unicast;interleaved=" + (video ? VIDEO_CHANNELS : AUDIO_CHANNELS);
    }
    dialogue.ask("SETUP", track.url(), "Transport: " + how + "\r\n");
  }

  private void setUp(RtspMessage message) throws FaultException {
    TrackOffer next = presentation().audio();
    if (settingUpAudio) {
      audio = message.status() == 200;
      if (audio) {
        audioChannel = agreed(false, message.header("Transport"));
      }
      play();
      return;
    }
    if (message.status() == UNSUPPORTED_TRANSPORT && mayTryUdp()) {
      udp = true;
      setUp(presentation().video(), true);
      return;
    }
    RtspFaults.requireSuccess(udp ? "SETUP over UDP" : "SETUP", message);
    dialogue.enter(message);
    videoChannel = agreed(true, message.header("Transport"));
    if (next == null) {
      play();
    } else {
      settingUpAudio = true;
      setUp(next, false);
    }
  }

  private boolean mayTryUdp() {
    return !udp && !secure && transport == StreamTransport.AUTO;
  }

  /**
   * Takes the server's side of a track; returns its channel inside the connection, if it has one.
   */
  private int agreed(boolean video, @Nullable String header) throws FaultException {
    if (udp) {
      listener.overUdp(video, UdpPorts.parse(header));
      return -2;
    }
    return TransportHeader.channel(header, video ? videoChannel : audioChannel);
  }

  private void play() {
    dialogue.ask("PLAY", aggregate(), "Range: npt=0.000-\r\n");
  }

  private void played(RtspMessage message) throws FaultException {
    RtspFaults.requireSuccess("PLAY", message);
    dialogue.enter(message);
    playing = true;
    RtpInfo info = RtpInfo.parse(message.header("RTP-Info"));
    listener.playing(info.time(0), info.time(1), audio);
  }

  private String aggregate() {
    return presentation().aggregate();
  }

  private Presentation presentation() {
    if (presentation == null) {
      throw new IllegalStateException("nothing was described yet");
    }
    return presentation;
  }

  /** The fault when the camera closes the connection now. */
  public Fault closedFault() {
    return playing
        ? new Fault(FaultCode.CLOSED, "The camera closed the connection")
        : new Fault(
            FaultCode.CLOSED,
            "The camera closed the connection instead of answering " + dialogue.method());
  }
}
