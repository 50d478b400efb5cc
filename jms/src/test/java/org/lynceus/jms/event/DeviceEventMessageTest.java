package org.lynceus.jms.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lynceus.event.DeviceEvent;
import org.lynceus.event.DeviceEventType;
import org.lynceus.shared.Reason;

class DeviceEventMessageTest {
  private static final List<DeviceEvent> BATCH =
      List.of(
          new DeviceEvent(
              new UUID(1, 2),
              new UUID(3, 4),
              new UUID(5, 6),
              DeviceEventType.DEVICE_OFFLINE,
              new Reason("no-data", "Sends \"nothing\" 无数据"),
              Instant.parse("2026-11-22T12:00:00.123456789Z")),
          new DeviceEvent(
              new UUID(7, 8),
              new UUID(3, 4),
              null,
              DeviceEventType.DEVICE_ONLINE,
              null,
              Instant.parse("2026-11-22T12:00:01Z")),
          new DeviceEvent(
              new UUID(9, 10),
              new UUID(3, 4),
              new UUID(5, 6),
              DeviceEventType.INPUT,
              null,
              Instant.parse("2026-11-22T12:00:02Z"),
              "input-1",
              true));

  @Test
  void aBatchComesBackAsItWas() {
    assertThat(DeviceEventMessage.decode(DeviceEventMessage.encode(BATCH))).isEqualTo(BATCH);
  }

  @Test
  void unknownFieldsAreIgnored() {
    String text = DeviceEventMessage.encode(BATCH).replace("{\"uid\"", "{\"later\":[1],\"uid\"");
    assertThat(DeviceEventMessage.decode(text)).isEqualTo(BATCH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"type\":\"device.event/2\",\"events\":[]}",
        "{\"type\":\"device.event/1\"}",
        "{\"type\":\"device.event/1\",\"events\":[1]}",
        "{\"type\":\"device.event/1\",\"events\":[{}]}"
      })
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> DeviceEventMessage.decode(text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 500)
  void aDamagedMessageIsRefusedOrRead(
      @ForAll @IntRange(max = 700) int position, @ForAll char replacement) {
    StringBuilder text = new StringBuilder(DeviceEventMessage.encode(BATCH));
    text.setCharAt(position % text.length(), replacement);
    try {
      assertThat(DeviceEventMessage.decode(text.toString())).hasSizeLessThanOrEqualTo(BATCH.size());
    } catch (IllegalArgumentException e) {
      assertThat(e).isNotNull();
    }
  }
}
