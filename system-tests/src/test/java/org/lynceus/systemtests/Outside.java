package org.lynceus.systemtests;

import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What stands outside of the center and counts what alarms do: an address of web calls and the mail
 * server. The next sender of either can be kept waiting for his answer.
 */
final class Outside implements AutoCloseable {
  /** A sender that has said all and gets no answer until {@link #open}. */
  static final class Trap {
    private final CountDownLatch open = new CountDownLatch(1);
    private volatile String caught;

    /** The key of the call; of a mail its address. Null: nobody yet. */
    String caught() {
      return caught;
    }

    void open() {
      open.countDown();
    }

    private void hold(String key) {
      caught = key;
      try {
        open.await(5, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer web;
  private final GreenMail mails =
      new GreenMail(new ServerSetup(LynceusServer.MAIL_PORT, "127.0.0.1", "smtp"));
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final AtomicReference<Trap> nextCall = new AtomicReference<>();
  private final AtomicReference<Trap> nextMail = new AtomicReference<>();

  Outside() throws IOException {
    web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    web.setExecutor(threads);
    web.createContext("/in", this::take);
    web.start();
    MessageDeliveryHandler usual = mails.getUserManager().getMessageDeliveryHandler();
    mails
        .getUserManager()
        .setMessageDeliveryHandler(
            (mail, to) -> {
              pass(nextMail, to.getEmail());
              return usual.handle(mail, to);
            });
    mails.start();
  }

  private void take(HttpExchange call) throws IOException {
    try (call) {
      call.getRequestBody().readAllBytes();
      String key = call.getRequestHeaders().getFirst("Idempotency-Key");
      calls.add(key);
      pass(nextCall, key);
      call.sendResponseHeaders(200, -1);
    }
  }

  private static void pass(AtomicReference<Trap> next, String key) {
    Trap trap = next.getAndSet(null);
    if (trap != null) {
      trap.hold(key);
    }
  }

  private static Trap set(AtomicReference<Trap> next) {
    Trap trap = new Trap();
    next.set(trap);
    return trap;
  }

  /** Holds the next web call. */
  Trap holdCall() {
    return set(nextCall);
  }

  /** Holds the next mail. */
  Trap holdMail() {
    return set(nextMail);
  }

  /** Where web calls go. */
  String url() {
    return "http://127.0.0.1:" + web.getAddress().getPort() + "/in";
  }

  /** The keys of all calls that came, as often as they came. */
  List<String> calls() {
    return List.copyOf(calls);
  }

  /** The mails that came, as they were sent. */
  List<String> mails() {
    return Arrays.stream(mails.getReceivedMessages()).map(GreenMailUtil::getWholeMessage).toList();
  }

  @Override
  public void close() {
    web.stop(0);
    mails.stop();
    threads.shutdownNow();
  }
}
