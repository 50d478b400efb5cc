package org.lynceus.rest.alarm;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.lynceus.alarm.linkage.AlarmPicture;

/** Pictures that were kept when an alarm was raised. */
public record AlarmPictureList(@NotNull List<Item> items) {
  /** One picture. */
  @Schema(name = "AlarmPictureView")
  public record Item(@NotNull UUID id, @NotNull UUID channelId, @NotNull Instant takenAt) {}

  static AlarmPictureList of(List<AlarmPicture> pictures) {
    return new AlarmPictureList(
        pictures.stream().map(one -> new Item(one.id(), one.channelId(), one.takenAt())).toList());
  }
}
