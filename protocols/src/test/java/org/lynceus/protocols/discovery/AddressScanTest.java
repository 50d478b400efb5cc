package org.lynceus.protocols.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AddressScanTest {
  private static final String TIME =
      "<e:Envelope xmlns:e='http://www.w3.org/2003/05/soap-envelope'><e:Body><GetSystemDateAndTimeResponse>"
          + "<SystemDateAndTime><UTCDateTime><Time><Hour>1</Hour><Minute>2</Minute><Second>3</Second></Time>"
          + "<Date><Year>2026</Year><Month>11</Month><Day>22</Day></Date></UTCDateTime></SystemDateAndTime>"
          + "</GetSystemDateAndTimeResponse></e:Body></e:Envelope>";
  private static final String REFUSED =
      "<e:Envelope xmlns:e='http://www.w3.org/2003/05/soap-envelope'><e:Body><e:Fault><e:Code><e:Subcode>"
          + "<e:Value>ter:NotAuthorized</e:Value></e:Subcode></e:Code></e:Fault></e:Body></e:Envelope>";

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer first;
  private HttpServer second;
  private HttpServer web;
  private int port;

  @BeforeEach
  void start() throws Exception {
    first = serve("127.0.9.5", 0, TIME);
    port = first.getAddress().getPort();
    second = serve("127.0.9.6", port, REFUSED);
    web = serve("127.0.9.7", port, "<html>a web page</html>");
  }

  @AfterEach
  void stop() {
    List.of(first, second, web).forEach(server -> server.stop(0));
  }

  private HttpServer serve(String host, int at, String answer) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), at), 16);
    server.createContext(
        "/",
        exchange -> {
          asked.add(
              exchange.getRequestURI()
                  + exchange.getRequestHeaders().toString()
                  + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          byte[] body = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }

  @Test
  void devicesOfARangeAreFoundByTheirClockAndNothingElseIs() throws Exception {
    List<FoundDevice> found = new CopyOnWriteArrayList<>();
    AddressScan scan =
        new AddressScan(Clock.systemUTC(), Executors.defaultThreadFactory(), () -> true);
    scan.scan(AddressRange.parse("127.0.9.0/24"), List.of(port, 554), found::add);
    assertThat(found)
        .extracting(device -> device.address().toString())
        .containsExactlyInAnyOrder(
            "http://127.0.9.5:" + port + "/onvif/device_service",
            "http://127.0.9.6:" + port + "/onvif/device_service");
    assertThat(found.stream().filter(d -> d.address().getHost().endsWith(".5")).findFirst())
        .hasValueSatisfying(device -> assertThat(device.offsetMillis()).isNotNull());
    assertThat(scan.done()).isEqualTo(254);
    assertThat(String.join("\n", asked)).doesNotContainIgnoringCase("authorization", "username");
  }

  @Test
  void aScanThatIsCancelledEnds() throws Exception {
    AddressScan scan =
        new AddressScan(Clock.systemUTC(), Executors.defaultThreadFactory(), () -> false);
    scan.scan(AddressRange.parse("127.0.9.0/24"), List.of(port), device -> {});
    assertThat(scan.done()).isLessThan(254);
  }
}
