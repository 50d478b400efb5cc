package org.lynceus.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SiteTreeTest {
  private static UUID id(int number) {
    return new UUID(0, number);
  }

  private static Site site(int number, Integer parent, int position, String zone) {
    return new Site(
        id(number),
        parent == null ? null : id(parent),
        "Site " + number,
        zone == null ? null : ZoneId.of(zone),
        position,
        1);
  }

  /** 1 root; 2 and 3 below it; 4 below 2; 5 below 4. */
  private final SiteTree tree =
      new SiteTree(
          List.of(
              site(5, 4, 0, null),
              site(3, 1, 0, null),
              site(2, 1, 1, "Asia/Shanghai"),
              site(4, 2, 0, null),
              site(1, null, 0, "Europe/Berlin")));

  @Test
  void sitesComeParentsFirstAndInTheOrderThatWasGiven() {
    assertThat(tree.depthFirst())
        .extracting(Site::id)
        .containsExactly(id(1), id(3), id(2), id(4), id(5));
  }

  @Test
  void aZoneIsInheritedFromTheNearestAbove() {
    assertThat(tree.zone(id(5))).isEqualTo(ZoneId.of("Asia/Shanghai"));
    assertThat(tree.zone(id(3))).isEqualTo(ZoneId.of("Europe/Berlin"));
  }

  @Test
  void aSiteCannotBePutBelowItself() {
    assertThat(tree.circular(id(2), id(5))).isTrue();
    assertThat(tree.circular(id(2), id(2))).isTrue();
    assertThat(tree.circular(id(2), id(3))).isFalse();
  }

  @Test
  void aMoveCountsAllLevelsBelowTheSite() {
    List<Site> sites = new ArrayList<>();
    sites.add(site(1, null, 0, null));
    for (int i = 2; i <= 8; i++) {
      sites.add(site(i, i - 1, 0, null));
    }
    sites.addAll(List.of(site(20, 1, 1, null), site(21, 20, 0, null), site(22, 21, 0, null)));
    SiteTree deep = new SiteTree(sites);
    assertThat(deep.level(id(8))).isEqualTo(8);
    assertThat(deep.height(id(20))).isEqualTo(3);
    assertThat(deep.fitsBelow(id(20), id(7))).isTrue();
    assertThat(deep.fitsBelow(id(20), id(8))).isFalse();
    assertThat(deep.roomBelow(id(8))).isTrue();
  }

  @Test
  void aSearchShowsEachSiteInItsPlace() {
    assertThat(tree.withAncestors(List.of(id(4)))).containsExactlyInAnyOrder(id(1), id(2), id(4));
  }
}
