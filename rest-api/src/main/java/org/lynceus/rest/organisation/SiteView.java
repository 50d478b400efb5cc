package org.lynceus.rest.organisation;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.organisation.Site;
import org.lynceus.organisation.SiteTree;

/** A site in its place. */
@Schema(name = "SiteView")
public record SiteView(
    @NotNull UUID id,
    @Nullable @Schema(description = "null: the root") UUID parentId,
    @NotNull String name,
    @Nullable @Schema(description = "IANA zone of its own; null: that of the parent") String zone,
    @NotNull @Schema(description = "from 1, the root") Integer level,
    @NotNull @Schema(description = "order among its siblings, from 0") Integer position,
    @NotNull @Schema(description = "sites directly below") Integer children,
    @NotNull Long version) {
  static SiteView of(Site site, int level, SiteTree tree) {
    return new SiteView(
        site.id(),
        site.parentId(),
        site.name(),
        site.zone() == null ? null : site.zone().getId(),
        level,
        site.position(),
        tree.children(site.id()).size(),
        site.version());
  }
}
