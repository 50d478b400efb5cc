package org.lynceus.media.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class FragmentTableTest {
  @Example
  void hasTheWrittenForm() {
    List<Fragment> fragments =
        List.of(
            new Fragment(900, 300, 0, 0, 2_000_000),
            new Fragment(1200, 400, 50, 2_000_000, 40_000));
    byte[] table = FragmentTable.encode(fragments);
    assertThat(HexFormat.of().formatHex(table))
        .isEqualTo(
            "01" + "02" + "8407" + "ac02" + "00" + "00" + "80897a" + "00" + "9003" + "32" + "00"
                + "c0b802");
    assertThat(FragmentTable.decode(table)).isEqualTo(fragments);
  }

  @Example
  void refusesDisorderAndDamage() {
    List<Fragment> overlapping =
        List.of(new Fragment(0, 10, 0, 0, 5), new Fragment(5, 10, 0, 5, 5));
    assertThatThrownBy(() -> FragmentTable.encode(overlapping))
        .isInstanceOf(IllegalArgumentException.class);
    for (String hex : List.of("", "02", "01ff", "01ffffffff0f", "0100aa", "0101ffffffffff")) {
      assertThatThrownBy(() -> FragmentTable.decode(HexFormat.of().parseHex(hex)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Property(tries = 200)
  void everyTableComesBack(@ForAll @IntRange(max = 200) int count, @ForAll long seed) {
    Random random = new Random(seed);
    List<Fragment> fragments = new ArrayList<>();
    long offset = 0;
    long micros = 0;
    for (int i = 0; i < count; i++) {
      offset += random.nextInt(3);
      micros += random.nextInt(3);
      Fragment next =
          new Fragment(
              offset,
              random.nextInt(1 << 25),
              random.nextInt(1 << 20),
              micros,
              random.nextInt(1 << 27));
      fragments.add(next);
      offset += next.bytes();
      micros += next.durationMicros();
    }
    assertThat(FragmentTable.decode(FragmentTable.encode(fragments))).isEqualTo(fragments);
  }

  @Property(tries = 1000)
  void anyBytesAreReadOrRefused(@ForAll @Size(max = 100) byte[] noise) {
    byte[] table = new byte[noise.length + 1];
    table[0] = 1;
    System.arraycopy(noise, 0, table, 1, noise.length);
    try {
      List<Fragment> fragments = FragmentTable.decode(table);
      assertThat(FragmentTable.decode(FragmentTable.encode(fragments))).isEqualTo(fragments);
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageContaining("fragment");
    }
  }
}
