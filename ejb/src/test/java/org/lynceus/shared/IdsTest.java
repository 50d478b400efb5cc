package org.lynceus.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class IdsTest {
  @Property
  void anIdIsAVersion7UuidOfItsTime(
      @ForAll @LongRange(min = 0, max = 253402300799999L) long millis, @ForAll long seed) {
    UUID id = Ids.at(millis, new Random(seed));
    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(millis);
  }
}
