package org.lynceus.protocols.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lynceus.media.Fault;
import org.lynceus.media.FaultCode;

class PortWatchTest {
  /** What is told of a port; the fault is null when it is open. */
  private record Told(String key, Fault fault) {}

  private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
  private final PortWatch<String> watch =
      new PortWatch<>(
          Executors.defaultThreadFactory(),
          new Random(1),
          new PortWatch.Listener<>() {
            @Override
            public void open(String key) {
              told.add(new Told(key, null));
            }

            @Override
            public void shut(String key, Fault why) {
              told.add(new Told(key, why));
            }
          });

  @AfterEach
  void stop() {
    watch.close();
  }

  private static ServerSocket server(int port) throws Exception {
    return new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"));
  }

  private Told next() throws Exception {
    Told next = told.poll(30, TimeUnit.SECONDS);
    assertThat(next).as("something is told").isNotNull();
    return next;
  }

  @Test
  void aPortThatClosesAndOpensAgainIsToldOnceEach() throws Exception {
    int port;
    try (ServerSocket server = server(0)) {
      port = server.getLocalPort();
      watch.watch("a", new InetSocketAddress("127.0.0.1", port));
      assertThat(next()).isEqualTo(new Told("a", null));
      for (int i = 0; i < 2; i++) {
        server.accept().close();
      }
      assertThat(told).as("two more checks were no news").isEmpty();
    }
    assertThat(next().fault().code()).isEqualTo(FaultCode.REFUSED);
    try (ServerSocket again = server(port)) {
      assertThat(again.isBound()).isTrue();
      assertThat(next()).isEqualTo(new Told("a", null));
    }
  }

  @Test
  void aHostThatStaysSilentIsUnreachable() throws Exception {
    List<Socket> filling = new ArrayList<>();
    try (ServerSocket full = server(0)) {
      InetSocketAddress address = new InetSocketAddress("127.0.0.1", full.getLocalPort());
      // The kernel drops what a full queue of connections cannot take.
      for (int i = 0; i < 4; i++) {
        Socket socket = new Socket();
        filling.add(socket);
        try {
          socket.connect(address, 200);
        } catch (java.net.SocketTimeoutException queueIsFull) {
          break;
        }
      }
      watch.watch("silent", address);
      assertThat(next().fault().code()).isEqualTo(FaultCode.UNREACHABLE);
    } finally {
      for (Socket socket : filling) {
        socket.close();
      }
    }
  }

  @Test
  void anUnknownNameIsUnreachableAndANewAddressIsTriedAtOnce() throws Exception {
    watch.watch("a", InetSocketAddress.createUnresolved("no.such.host.invalid", 80));
    assertThat(next().fault().text()).contains("name");
    try (ServerSocket server = server(0)) {
      watch.watch("a", new InetSocketAddress("127.0.0.1", server.getLocalPort()));
      assertThat(next()).isEqualTo(new Told("a", null));
    }
  }

  @Test
  void whatIsForgottenIsNotConnectedToAnyMore() throws Exception {
    try (ServerSocket kept = server(0);
        ServerSocket left = server(0)) {
      watch.watch("left", new InetSocketAddress("127.0.0.1", left.getLocalPort()));
      assertThat(next().key()).isEqualTo("left");
      watch.forget("left");
      watch.watch("kept", new InetSocketAddress("127.0.0.1", kept.getLocalPort()));
      assertThat(next().key()).isEqualTo("kept");
      left.close();
      kept.close();
      assertThat(next().key()).isEqualTo("kept");
      assertThat(told).isEmpty();
    }
  }
}
