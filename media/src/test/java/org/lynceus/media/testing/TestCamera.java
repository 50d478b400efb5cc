package org.lynceus.media.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocket;
import org.lynceus.media.mp4.VideoCodec;

/**
 * A small RTSP camera for tests: serves the committed clips at 125 frames a second (a group of
 * pictures lasts 200 ms), inside the connection or over UDP, plain or through TLS, with digest
 * authentication and misbehaviour on request.
 */
public final class TestCamera implements AutoCloseable {
  public static final int FRAME_TICKS = 720;
  private static final String NONCE = "f00dcafe";

  public enum Audio {
    NONE,
    AAC,
    PCMA
  }

  public volatile Audio audio = Audio.NONE;
  public volatile String algorithm = "";
  public volatile String password = "s3cret";
  public volatile boolean mute;
  public volatile boolean silent;
  public volatile boolean refuseNew;
  public volatile boolean sprop = true;
  public volatile boolean garbage;
  public volatile boolean numbered;
  public volatile Duration reportsAhead;
  public volatile long frameNanos = 8_000_000;
  public volatile int clientPort;
  public volatile boolean refuseTcp;
  public volatile boolean refuseUdp;
  public volatile String redirect = "";
  public volatile double lossRate;
  public volatile double duplicateRate;
  public volatile double reorderRate;
  public volatile Clip clip = Clip.main();
  public final AtomicInteger connections = new AtomicInteger();
  public final AtomicInteger plays = new AtomicInteger();
  public final AtomicInteger wrongPasswords = new AtomicInteger();
  public final AtomicInteger framesSent = new AtomicInteger();
  public final AtomicInteger udpPlays = new AtomicInteger();
  public final AtomicInteger packetsLost = new AtomicInteger();
  public final List<String> authorizations = new java.util.concurrent.CopyOnWriteArrayList<>();

  private final ServerSocket server;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Thread acceptor;

  public TestCamera() throws IOException {
    this(ServerSocketFactory.getDefault());
  }

  /** A camera at sockets of this kind, for TLS. */
  public TestCamera(ServerSocketFactory sockets) throws IOException {
    server = sockets.createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    acceptor = new Thread(this::accept, "test-camera");
    acceptor.setDaemon(true);
    acceptor.start();
  }

  public URI url() {
    String scheme = server instanceof SSLServerSocket ? "rtsps" : "rtsp";
    return URI.create(scheme + "://127.0.0.1:" + server.getLocalPort() + "/live?ch=1");
  }

  /** Closes every connection; new ones are served. */
  public void kick() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
  }

  private int frameTicks() {
    return (int) (frameNanos * 9 / 100_000);
  }

  public int openConnections() {
    return open.size();
  }

  @Override
  public void close() throws IOException {
    server.close();
    kick();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        if (refuseNew) {
          socket.close();
          continue;
        }
        connections.incrementAndGet();
        open.add(socket);
        Thread thread = new Thread(() -> serve(socket), "test-camera-connection");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException closed) {
        if (server.isClosed()) {
          return;
        }
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      OutputStream out = socket.getOutputStream();
      Udp udp = new Udp(socket);
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        int start = line.indexOf("DESCRIBE");
        String[] words = line.split(" ");
        if (words.length == 3 && words[2].startsWith("RTSP/")) {
          answer(socket, udp, in, out, words[0].replaceAll("[^A-Z_]", ""));
        } else if (start > 0) {
          throw new IOException("garbled request");
        }
      }
    } catch (IOException gone) {
      // The client went away or the test ended: nothing to do for a test camera.
    } finally {
      open.remove(socket);
    }
  }

  private void answer(Socket socket, Udp udp, BufferedReader in, OutputStream out, String method)
      throws IOException {
    String cseq = "0";
    String authorization = "";
    String transport = "";
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      if (line.startsWith("CSeq:")) {
        cseq = line.substring(5).strip();
      } else if (line.startsWith("Authorization:")) {
        authorization = line.substring(14).strip();
      } else if (line.startsWith("Transport:")) {
        transport = line.substring(10).strip();
      }
    }
    authorizations.add(authorization);
    if (!redirect.isEmpty() && method.equals("DESCRIBE")) {
      reply(out, "302 Found", cseq, "Location: " + redirect + "\r\n", "");
      return;
    }
    if (algorithm.equals("Basic")) {
      String pair = Base64.getEncoder().encodeToString(("admin:" + password).getBytes(UTF_8));
      if (!authorization.equals("Basic " + pair)) {
        wrongPasswords.addAndGet(authorization.isEmpty() ? 0 : 1);
        reply(out, "401 Unauthorized", cseq, "WWW-Authenticate: Basic realm=\"cam\"\r\n", "");
        return;
      }
    } else if (!algorithm.isEmpty() && !authorized(method, authorization)) {
      reply(
          out,
          "401 Unauthorized",
          cseq,
          "WWW-Authenticate: Digest realm=\"cam\", nonce=\""
              + NONCE
              + "\", algorithm="
              + algorithm
              + ", qop=\"auth\"\r\nWWW-Authenticate: Basic realm=\"cam\"\r\n",
          "");
      return;
    }
    switch (method) {
      case "DESCRIBE" ->
          reply(
              out,
              "200 OK",
              cseq,
              "Server: Test Camera 1.0\r\nContent-Base: "
                  + url()
                  + "/\r\nContent-Type: application/sdp\r\n",
              sdp());
      case "SETUP" -> {
        boolean tcp = transport.contains("TCP");
        if (tcp ? refuseTcp : refuseUdp) {
          reply(out, "461 Unsupported transport", cseq, "", "");
          return;
        }
        String agreed = tcp ? transport : udp.agree(transport);
        reply(out, "200 OK", cseq, "Session: 42;timeout=4\r\nTransport: " + agreed + "\r\n", "");
      }
      case "PLAY" -> {
        plays.incrementAndGet();
        reply(out, "200 OK", cseq, "Session: 42\r\n", "");
        udpPlays.addAndGet(udp.agreed() ? 1 : 0);
        Thread thread = new Thread(() -> stream(socket, udp, out), "test-camera-media");
        thread.setDaemon(true);
        thread.start();
      }
      default -> reply(out, "200 OK", cseq, "Public: DESCRIBE, GET_PARAMETER\r\n", "");
    }
  }

  private static void reply(
      OutputStream out, String status, String cseq, String headers, String body)
      throws IOException {
    String text =
        "RTSP/1.0 "
            + status
            + "\r\nCSeq: "
            + cseq
            + "\r\n"
            + headers
            + (body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n")
            + "\r\n"
            + body;
    synchronized (out) {
      out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  private boolean authorized(String method, String header) {
    if (header.isEmpty()) {
      return false;
    }
    String secret = hash("admin:cam:" + password);
    String expected =
        hash(
            secret
                + ":"
                + NONCE
                + ":"
                + field(header, "nc")
                + ":"
                + field(header, "cnonce")
                + ":auth:"
                + hash(method + ":" + field(header, "uri")));
    boolean right = expected.equals(field(header, "response"));
    if (!right) {
      wrongPasswords.incrementAndGet();
    }
    return right;
  }

  private static String field(String header, String name) {
    Matcher matcher = Pattern.compile("\\b" + name + "=\"?([^\",]*)").matcher(header);
    return matcher.find() ? matcher.group(1) : "";
  }

  private String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private String sdp() {
    Base64.Encoder base64 = Base64.getEncoder();
    Clip now = clip;
    String format =
        switch (now.codec()) {
          case MJPEG -> "m=video 0 RTP/AVP 26\r\n";
          case H264 ->
              "m=video 0 RTP/AVP 96\r\na=rtpmap:96 H264/90000\r\na=fmtp:96 packetization-mode=1"
                  + (sprop
                      ? ";sprop-parameter-sets="
                          + base64.encodeToString(now.sps())
                          + ","
                          + base64.encodeToString(now.pps())
                      : "")
                  + "\r\n";
          case H265 ->
              "m=video 0 RTP/AVP 96\r\na=rtpmap:96 H265/90000\r\n"
                  + (sprop
                      ? "a=fmtp:96 sprop-vps="
                          + base64.encodeToString(now.vps())
                          + ";sprop-sps="
                          + base64.encodeToString(now.sps())
                          + ";sprop-pps="
                          + base64.encodeToString(now.pps())
                          + "\r\n"
                      : "");
        };
    String video =
        "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=test\r\nc=IN IP4 0.0.0.0\r\nt=0 0\r\na=control:*\r\n"
            + format
            + "a=framerate:125\r\na=control:trackID=1\r\n";
    return switch (audio) {
      case NONE -> video;
      case AAC ->
          video
              + "m=audio 0 RTP/AVP 97\r\na=rtpmap:97 MPEG4-GENERIC/16000/1\r\n"
              + "a=fmtp:97 mode=AAC-hbr;config=1408;sizeLength=13;indexLength=3;indexDeltaLength=3\r\n"
              + "a=control:trackID=2\r\n";
      case PCMA -> video + "m=audio 0 RTP/AVP 8\r\na=control:trackID=2\r\n";
    };
  }

  private void stream(Socket socket, Udp udp, OutputStream out) {
    int timestamp = 0xffff_f000;
    int first = 0;
    Clip last = clip;
    int sequence = 65_530;
    int audioSequence = 0;
    int audioTimestamp = 1000;
    List<byte[]> aac = Clip.aac();
    long next = System.nanoTime();
    try {
      for (int frame = 0; !socket.isClosed(); frame++) {
        LockSupport.parkNanos(next - System.nanoTime());
        next += frameNanos;
        if (mute) {
          continue;
        }
        Clip now = clip;
        if (now != last) {
          timestamp += (frame - first) * frameTicks();
          first = frame;
          last = now;
        }
        int count = now.accessUnits().size();
        int at = frame - first;
        int number = framesSent.getAndIncrement();
        List<byte[]> unit =
            numbered ? FrameNumbers.unit(now, at, number) : now.accessUnits().get(at % count);
        List<byte[]> payloads = RtpPackets.of(now.codec(), unit);
        int shown = timestamp + (at / count * count + now.times().get(at % count)) * frameTicks();
        int type = now.codec() == VideoCodec.MJPEG ? 26 : 96;
        Duration ahead = reportsAhead;
        if (ahead != null && frame % 25 == 0) {
          send(udp, out, 1, RtpPackets.senderReport(Instant.now().plus(ahead), shown));
        }
        for (int i = 0; i < payloads.size(); i++) {
          boolean marker = i == payloads.size() - 1;
          byte[] payload = garbage ? new byte[] {31, 31, 31, 31} : payloads.get(i);
          byte[] packet = RtpPackets.packet(type, marker, sequence++, shown, payload);
          send(udp, out, 0, packet);
        }
        if (!silent && audio == Audio.AAC && frame % 8 == 0) {
          byte[] payload = RtpPackets.aac(aac.get(frame / 8 % aac.size()));
          send(udp, out, 2, RtpPackets.packet(97, true, audioSequence++, audioTimestamp, payload));
          audioTimestamp += 1024;
        } else if (!silent && audio == Audio.PCMA && frame % 5 == 0) {
          byte[] samples = new byte[320];
          java.util.Arrays.fill(samples, (byte) 0xd5);
          send(udp, out, 2, RtpPackets.packet(8, false, audioSequence++, audioTimestamp, samples));
          audioTimestamp += 320;
        }
      }
    } catch (IOException gone) {
      // The client went away: the end of this stream.
    }
  }

  private void send(Udp udp, OutputStream out, int channel, byte[] packet) throws IOException {
    if (udp.agreed()) {
      udp.send(channel == 0, packet);
      return;
    }
    ByteBuffer framed = ByteBuffer.allocate(4 + packet.length);
    framed.put((byte) '$').put((byte) channel).putShort((short) packet.length).put(packet);
    synchronized (out) {
      out.write(framed.array());
    }
  }

  /** The UDP side of one connection, on a network as bad as the test wants it. */
  private final class Udp {
    private final Socket socket;
    private final Random random = new Random(5);
    private final DatagramSocket[] local = new DatagramSocket[2];
    private final int[] remote = new int[2];
    private byte[] held;
    private int tracks;

    Udp(Socket socket) {
      this.socket = socket;
    }

    boolean agreed() {
      return tracks > 0;
    }

    String agree(String transport) throws IOException {
      Matcher ports = Pattern.compile("client_port=(\\d+)-").matcher(transport);
      if (!ports.find()) {
        throw new IOException("no client port");
      }
      local[tracks] = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
      remote[tracks] = Integer.parseInt(ports.group(1));
      clientPort = tracks == 0 ? remote[0] : clientPort;
      int port = local[tracks].getLocalPort();
      tracks++;
      return transport + ";source=127.0.0.1;server_port=" + port + "-" + (port + 1);
    }

    void send(boolean video, byte[] packet) throws IOException {
      if (socket.isClosed()) {
        throw new IOException("closed");
      }
      if (video && random.nextDouble() < lossRate) {
        packetsLost.incrementAndGet();
        return;
      }
      if (video && held == null && random.nextDouble() < reorderRate) {
        held = packet;
        return;
      }
      datagram(video, packet);
      if (video && random.nextDouble() < duplicateRate) {
        datagram(true, packet);
      }
      if (video && held != null) {
        datagram(true, held);
        held = null;
      }
    }

    private void datagram(boolean video, byte[] packet) throws IOException {
      int track = video ? 0 : 1;
      InetAddress home = InetAddress.getByName("127.0.0.1");
      local[track].send(new DatagramPacket(packet, packet.length, home, remote[track]));
    }
  }
}
