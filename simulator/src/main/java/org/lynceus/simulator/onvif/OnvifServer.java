package org.lynceus.simulator.onvif;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lynceus.simulator.rtsp.DigestGuard;

/**
 * The ONVIF services of all cameras, at {@code http://<address>:<port>/onvif/<n>/device_service}.
 * Their streams are those of the RTSP server; login and clock are checked as strict devices do.
 */
public final class OnvifServer implements AutoCloseable {
  /** One server stands for up to thousands of devices, each of which has a queue of its own. */
  private static final int BACKLOG = 4096;

  private static final Pattern PATH =
      Pattern.compile(
          "/onvif/(?:(\\d{1,4})/)?(device_service|media|media2|ptz|imaging|deviceio|events|firmware)(?:/(\\d{1,9}))?");
  private static final Set<String> OPEN =
      Set.of("GetSystemDateAndTime", "GetServices", "GetCapabilities");

  /** Begins an answer that is a refusal in the camera's own words. */
  static final String REFUSED = "!";

  private static final int MOST_BYTES = 1 << 20;
  private static final int MOST_FIRMWARE = 64 << 20;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final Map<Integer, OnvifCamera> cameras = new TreeMap<>();
  private final DigestGuard guard;
  private final AccountAnswers accounts;
  private final DeviceAnswers answers;
  private final String user;
  private final Clock clock;

  /** Binds at once to 127.0.0.1; port 0 takes a free one. */
  public OnvifServer(int port, int rtspPort, String user, Clock clock, RandomGenerator random)
      throws IOException {
    this(new InetSocketAddress("127.0.0.1", port), rtspPort, user, clock, random);
  }

  /** Binds at once; what it tells of itself names that address. */
  public OnvifServer(
      InetSocketAddress at, int rtspPort, String user, Clock clock, RandomGenerator random)
      throws IOException {
    this.user = user;
    this.clock = clock;
    this.guard = new DigestGuard(System::nanoTime, Duration.ofMinutes(5), random);
    this.server = HttpServer.create(at, BACKLOG);
    this.accounts = new AccountAnswers(user);
    this.answers = new DeviceAnswers("rtsp://127.0.0.1:" + rtspPort, accounts);
    server.setExecutor(threads);
    server.createContext("/onvif/", this::handle);
  }

  /** Adds the next camera; before the start. */
  public void add(String codec, int width, int height, @Nullable String password) {
    int number = cameras.size() + 1;
    String root = root();
    cameras.put(
        number, new OnvifCamera(number, codec, width, height, password, root, clock, timer));
  }

  public void start() {
    server.start();
  }

  /** For example {@code http://127.0.0.1:8556}. */
  public String root() {
    return "http://" + address().getHostAddress() + ":" + port();
  }

  InetAddress address() {
    return server.getAddress().getAddress();
  }

  /** Who is told that a camera has another password for its streams too. */
  public void onPassword(BiConsumer<Integer, String> told) {
    accounts.onChange(told);
  }

  /** Who is told that an encoder of a camera works otherwise. */
  public void onEncoder(EncoderListener told) {
    cameras.values().forEach(camera -> camera.encoders.onChange(camera, told));
  }

  /** The numbers of its cameras. */
  public Set<Integer> numbers() {
    return Set.copyOf(cameras.keySet());
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** What a test does to a camera's ONVIF side; false: there is no such camera. */
  public boolean quirks(int camera, String words) {
    OnvifCamera known = cameras.get(camera);
    if (known != null) {
      known.quirks = Quirk.parse(words);
    }
    return known != null;
  }

  /** Sets its clock ahead, or behind with a negative number. */
  public boolean skew(int camera, long seconds) {
    OnvifCamera known = cameras.get(camera);
    if (known != null) {
      known.skew = Duration.ofSeconds(seconds);
    }
    return known != null;
  }

  public boolean password(int camera, String password) {
    OnvifCamera known = cameras.get(camera);
    if (known != null) {
      known.password = password;
    }
    return known != null;
  }

  /** How many pull points a camera has, as JSON; null: there is no such camera. */
  public @Nullable String pullPoints(int camera) {
    OnvifCamera known = cameras.get(camera);
    return known == null ? null : "{\"open\":" + known.events.open() + "}";
  }

  /** Where a camera looks, as JSON; null: there is no such camera. */
  public @Nullable String position(int camera) {
    OnvifCamera known = cameras.get(camera);
    return known == null ? null : known.status();
  }

  /** Its outputs, as JSON; null: there is no such camera. */
  public @Nullable String relays(int camera) {
    OnvifCamera known = cameras.get(camera);
    return known == null ? null : known.relays.status();
  }

  /** Its lens and picture settings, as JSON; null: there is no such camera. */
  public @Nullable String lens(int camera) {
    OnvifCamera known = cameras.get(camera);
    return known == null ? null : known.lens.status();
  }

  /** How its encoders work, as JSON; null: there is no such camera. */
  public @Nullable String encoders(int camera) {
    OnvifCamera known = cameras.get(camera);
    return known == null ? null : known.encoders.status();
  }

  /** What it writes into its picture, as JSON; null: there is no such camera. */
  public @Nullable String overlays(int camera) {
    OnvifCamera known = cameras.get(camera);
    return known == null ? null : known.overlays.status();
  }

  /** Something happens at a camera, see {@link PullPoints#fire}. */
  public boolean fire(int camera, String words) {
    OnvifCamera known = cameras.get(camera);
    if (known != null) {
      known.events.fire(words);
    }
    return known != null;
  }

  private void handle(HttpExchange exchange) throws IOException {
    Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
    OnvifCamera camera = path.matches() ? camera(path.group(1)) : null;
    if (camera == null || !exchange.getRequestMethod().equals("POST")) {
      exchange.sendResponseHeaders(404, -1);
      exchange.close();
      return;
    }
    if (camera.isAway()) {
      exchange.close();
      return;
    }
    if (path.group(2).equals("firmware")) {
      int status = Firmware.take(camera, exchange.getRequestBody().readNBytes(MOST_FIRMWARE));
      exchange.sendResponseHeaders(status, -1);
      exchange.close();
      return;
    }
    try {
      SoapRequest request = SoapRequest.read(exchange.getRequestBody().readNBytes(MOST_BYTES));
      if (hostile(exchange, camera) || refused(exchange, camera, request)) {
        exchange.close();
      } else if (path.group(2).equals("events")) {
        String point = path.group(3);
        camera.events.handle(exchange, point == null ? 0 : Integer.parseInt(point), request);
      } else {
        answer(exchange, camera, path.group(2), request);
        exchange.close();
      }
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      fault(exchange, 400, "ter:WellFormed", "the request is not well-formed");
      exchange.close();
    }
  }

  /** The usual address without a number is that of the first camera. */
  private @Nullable OnvifCamera camera(@Nullable String number) {
    return cameras.get(number == null ? 1 : Integer.parseInt(number));
  }

  private void answer(
      HttpExchange exchange, OnvifCamera camera, String service, SoapRequest request)
      throws IOException {
    String content =
        switch (service) {
          case "device_service" -> answers.device(camera, request);
          case "media" -> answers.media(camera, request, false);
          case "media2" -> answers.media(camera, request, true);
          case "imaging" -> ImagingAnswers.answer(camera, request);
          case "deviceio" ->
              request.operation().equals("GetDigitalInputs")
                  ? "<tmd:DigitalInputs token=\"input-1\" IdleState=\"open\"/>"
                  : camera.relays.answer("tmd", request);
          default -> PtzAnswers.answer(camera, request);
        };
    if (request.operation().equals("SetUser") && camera.has(Quirk.PASSWORD_DROPS)) {
      return;
    }
    if (content != null && content.startsWith(REFUSED)) {
      fault(exchange, 400, "ter:ConfigModify", content.substring(REFUSED.length()));
      return;
    }
    if (content == null) {
      fault(
          exchange,
          400,
          "ter:ActionNotSupported",
          "the camera does not know " + request.operation());
      return;
    }
    String prefix =
        switch (service) {
          case "device_service" -> "tds";
          case "media" -> "trt";
          case "media2" -> "tr2";
          case "imaging" -> "timg";
          case "deviceio" -> "tmd";
          default -> "tptz";
        };
    String name = prefix + ":" + request.operation() + "Response";
    send(exchange, 200, Envelope.of("<" + name + ">" + content + "</" + name + ">"));
  }

  private static boolean hostile(HttpExchange exchange, OnvifCamera camera) throws IOException {
    if (camera.has(Quirk.ENDLESS)) {
      send(exchange, 200, Envelope.of("<a>" + "endless ".repeat(200_000) + "</a>"));
    } else if (camera.has(Quirk.ENTITY_BOMB)) {
      send(exchange, 200, Envelope.BOMB);
    } else if (camera.has(Quirk.WEB_PAGE)) {
      send(
          exchange,
          200,
          "<html><head><title>Login</title></head><body><form>Welcome</form></body></html>");
    } else {
      return false;
    }
    return true;
  }

  private boolean refused(HttpExchange exchange, OnvifCamera camera, SoapRequest request)
      throws IOException {
    String password = camera.password;
    if (password == null || OPEN.contains(request.operation())) {
      return false;
    }
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    DigestGuard.Verdict verdict =
        guard.judge(
            "POST",
            exchange.getRequestURI().toString(),
            header == null ? "" : header,
            user,
            password);
    if (verdict == DigestGuard.Verdict.WELCOME) {
      return false;
    }
    if (camera.has(Quirk.HTTP_DIGEST)) {
      for (String challenge : guard.challenges(verdict == DigestGuard.Verdict.STALE)) {
        exchange.getResponseHeaders().add("WWW-Authenticate", challenge);
      }
      exchange.sendResponseHeaders(401, -1);
      return true;
    }
    OnvifCamera.Account other = camera.accounts.get(request.header("Username"));
    if (camera.tokens.accepts(request, user, password, camera.now())
        || other != null
            && camera.tokens.accepts(
                request, request.header("Username"), other.password(), camera.now())) {
      return false;
    }
    fault(exchange, 400, "ter:NotAuthorized", "Sender not authorized");
    return true;
  }

  private static void fault(HttpExchange exchange, int status, String subcode, String reason)
      throws IOException {
    send(exchange, status, Envelope.fault(subcode, reason));
  }

  static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/soap+xml; charset=utf-8");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    timer.shutdownNow();
  }
}
