package org.lynceus.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TileTemplateTest {
  @ParameterizedTest
  @CsvSource({
    "https://tiles.example.org/{z}/{x}/{y}.png, https://tiles.example.org",
    "HTTPS://Tiles.Example.org:8443/t/{z}/{y}/{x}?key=a, https://tiles.example.org:8443",
    "http://127.0.0.1:8091/tiles?z={z}&x={x}&y={y}, http://127.0.0.1:8091",
    "http://[::1]/{z}/{x}/{y}, http://[::1]"
  })
  void theOriginIsSchemeHostAndPort(String template, String origin) {
    assertThat(TileTemplate.origin(template)).isEqualTo(origin);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://tiles.example.org/{z}/{x}.png",
        "https://tiles.example.org/{z}/{x}/{y}/{y}.png",
        "https://{s}.example.org/{z}/{x}/{y}.png",
        "https://{z}.example.org/{x}/{y}.png",
        "https://user@tiles.example.org/{z}/{x}/{y}.png",
        "https://tiles.example.org;script-src *;/{z}/{x}/{y}",
        "https://tiles.example.org *.example.com/{z}/{x}/{y}",
        "javascript:alert(1)//{z}/{x}/{y}",
        "//tiles.example.org/{z}/{x}/{y}",
        "tiles/{z}/{x}/{y}"
      })
  void whatHasNoSingleOriginOrIsNoTemplateIsRefused(String template) {
    assertThatThrownBy(() -> TileTemplate.origin(template))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(MapTiles.of(template, "https://tiles.example.org", "")).isNull();
  }

  @Test
  void tilesAreOfferedOnlyWhenThePagesAllowTheirOrigin() {
    String template = "https://tiles.example.org/{z}/{x}/{y}.png";
    assertThat(MapTiles.of("", "", "")).isNull();
    assertThat(MapTiles.of(template, "", "")).isNull();
    assertThat(MapTiles.of(template, "https://example.org", "")).isNull();
    assertThat(MapTiles.of(template, "https://tiles.example.org", " © somebody "))
        .isEqualTo(new MapTiles.Server(template, "© somebody"));
  }
}
