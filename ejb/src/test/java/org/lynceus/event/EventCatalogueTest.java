package org.lynceus.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lynceus.media.store.VolumeState;
import org.lynceus.protocols.onvif.CameraSignal;
import org.lynceus.protocols.registration.CgiEvent;

/** The catalogue of events is sound, and whoever makes events makes those of the catalogue. */
class EventCatalogueTest {
  private static final String HEAD = "code,category,severity,lasts,ended_by,en,zh\n";

  private final EventCatalogue known = EventCatalogue.known();

  private static EventCatalogue of(String... rows) {
    return new EventCatalogue(HEAD + String.join("\n", rows));
  }

  @Test
  void theCatalogueHasEveryCategoryAndItsNamesAreDifferent() {
    assertThat(known.types()).hasSizeGreaterThan(150);
    assertThat(known.types().stream().map(EventType::category).collect(Collectors.toSet()))
        .isEqualTo(EnumSet.allOf(EventCategory.class));
    assertThat(known.types()).extracting(EventType::en).doesNotHaveDuplicates();
    assertThat(known.types()).extracting(EventType::zh).doesNotHaveDuplicates();
    assertThat(known.types())
        .allSatisfy(type -> assertThat(type.zh()).matches("(?s).*\\p{IsHan}.*"));
  }

  @Test
  void whateverADeviceSaysMeansATypeOfTheCatalogue() {
    assertThat(Stream.concat(CameraSignal.codes().stream(), CgiEvent.codes().stream()))
        .allSatisfy(code -> assertThat(known.type(code)).as(code).isNotNull());
  }

  @Test
  void whateverTheCenterSaysItselfIsATypeOfTheCatalogue() throws IllegalAccessException {
    List<String> own = new ArrayList<>();
    for (Field field : DeviceEventType.class.getFields()) {
      own.add((String) field.get(null));
    }
    for (VolumeState state : VolumeState.values()) {
      own.add(DeviceEventType.ofVolume(state.name()));
    }
    assertThat(own).allSatisfy(code -> assertThat(known.type(code)).as(code).isNotNull());
  }

  @Test
  void aStateEndsByItselfOrByAnotherEvent() {
    EventCatalogue two =
        of(
            "LOST,VIDEO,HIGH,y,BACK,Lost,丢失",
            "BACK,VIDEO,INFO,n,,Back,恢复",
            "MOVED,VIDEO,LOW,y,,M,移动");
    assertThat(two.type("LOST"))
        .isEqualTo(
            new EventType(
                "LOST", EventCategory.VIDEO, EventSeverity.HIGH, true, "BACK", "Lost", "丢失"));
    assertThat(two.type("MOVED").endedBy()).isNull();
    assertThat(two.type("NOTHING")).isNull();
    assertThat(two.tag()).isNotEqualTo(of("BACK,VIDEO,INFO,n,,Back,恢复").tag());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "moved,VIDEO,LOW,y,,Moved,移动",
        "A,VIDEO,LOW,y,,Moved,移动\nA,VIDEO,LOW,y,,Moved,移动",
        "A,VIDEO,LOW,maybe,,Moved,移动",
        "A,VIDEO,LOW,y,B,Moved,移动",
        "A,VIDEO,LOW,y,A,Moved,移动",
        "A,VIDEO,LOW,n,B,Moved,移动\nB,VIDEO,LOW,n,,Moved,移动",
        "A,VIDEO,LOW,y,,Moved,",
        "A,VIDEO,DREADFUL,y,,Moved,移动",
        "A,GARDEN,LOW,y,,Moved,移动"
      })
  void whatIsWrongInItIsRefused(String rows) {
    assertThatThrownBy(() -> of(rows)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void codesAreWhatTheyLookLike() {
    assertThat(Set.of("A", "A_1")).allMatch(code -> EventType.CODE.matcher(code).matches());
    assertThat(Set.of("", "a", "1A", "A".repeat(65)))
        .noneMatch(code -> EventType.CODE.matcher(code).matches());
  }
}
