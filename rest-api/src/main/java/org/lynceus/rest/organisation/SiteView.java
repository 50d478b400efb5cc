package org.lynceus.rest.organisation;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.organisation.Site;
import org.lynceus.organisation.SiteTree;
import org.lynceus.user.Function;
import org.lynceus.user.Permits;

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
    @NotNull
        @Schema(
            description =
                "what the caller may do here, of organisation.configure and device.configure")
        List<String> functions,
    @NotNull Long version) {
  private static final List<Function> TOLD =
      List.of(Function.ORGANISATION_CONFIGURE, Function.DEVICE_CONFIGURE);

  static SiteView of(Site site, int level, SiteTree tree, Permits permits) {
    return new SiteView(
        site.id(),
        site.parentId(),
        site.name(),
        site.zone() == null ? null : site.zone().getId(),
        level,
        site.position(),
        tree.children(site.id()).size(),
        TOLD.stream()
            .filter(function -> permits.mayAtSite(function, site.id()))
            .map(Function::word)
            .toList(),
        site.version());
  }
}
