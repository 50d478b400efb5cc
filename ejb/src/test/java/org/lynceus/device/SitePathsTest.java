package org.lynceus.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lynceus.organisation.Site;
import org.lynceus.organisation.SiteTree;

class SitePathsTest {
  private static final UUID A = new UUID(0, 11);
  private static final UUID A_HALL = new UUID(0, 12);
  private static final UUID TWIN = new UUID(0, 13);
  private static final UUID TWIN_2 = new UUID(0, 14);

  private static Site site(UUID id, @Nullable UUID parent, String name) {
    return new Site(id, parent, name, null, 0, 1);
  }

  private final SitePaths paths =
      new SitePaths(
          new SiteTree(
              List.of(
                  site(Site.ROOT, null, "Root"),
                  site(A, Site.ROOT, "Building  A"),
                  site(A_HALL, A, "Hall"),
                  site(TWIN, A, "Twin"),
                  site(TWIN_2, A, "twin"))));

  @Test
  void aSiteIsFoundByItsPathWithOrWithoutTheRoot() {
    assertThat(paths.site("Root/Building A/Hall")).isEqualTo(A_HALL);
    assertThat(paths.site(" building a / HALL ")).isEqualTo(A_HALL);
    assertThat(paths.site("Building A\\Hall")).isEqualTo(A_HALL);
    assertThat(paths.site(A.toString())).isEqualTo(A);
  }

  @Test
  void withoutWordsItIsTheRoot() {
    assertThat(paths.site(null)).isEqualTo(Site.ROOT);
    assertThat(paths.site(" ")).isEqualTo(Site.ROOT);
    assertThat(paths.site("Root")).isEqualTo(Site.ROOT);
  }

  @Test
  void whatIsUnknownOrMeansTwoIsNoSite() {
    assertThat(paths.site("Hall")).isNull();
    assertThat(paths.site("Building A/Twin")).isNull();
    assertThat(paths.site(new UUID(9, 9).toString())).isNull();
  }
}
