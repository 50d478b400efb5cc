package org.lynceus.rest.map;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.map.EMap;

/** A map without what is marked on it. */
@Schema(
    name = "EMap",
    requiredProperties = {"id", "siteId", "name", "version"})
public record MapView(
    UUID id,
    @Schema(description = "the map one level above; missing at the top") @Nullable UUID parentId,
    @Schema(description = "whose right decides who sees and changes the map") UUID siteId,
    String name,
    @Schema(description = "missing until a picture was sent, and of a geographic map")
        @Nullable PictureView picture,
    @Schema(description = "of a geographic map: what it shows at first") @Nullable StartView start,
    long version) {
  /** The picture; its pixels are read by its own address. */
  @Schema(
      name = "EMapPicture",
      requiredProperties = {"type", "width", "height", "digest"})
  public record PictureView(
      String type,
      @Schema(description = "pixels") int width,
      @Schema(description = "pixels") int height,
      @Schema(description = "SHA-256 in hex") String digest) {}

  static MapView of(EMap map) {
    EMap.Picture picture = map.picture();
    return new MapView(
        map.id(),
        map.parentId(),
        map.siteId(),
        map.name(),
        picture == null
            ? null
            : new PictureView(picture.type(), picture.width(), picture.height(), picture.digest()),
        StartView.of(map.start()),
        map.version());
  }
}
