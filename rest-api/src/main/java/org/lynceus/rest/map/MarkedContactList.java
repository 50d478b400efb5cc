package org.lynceus.rest.map;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.event.ContactState;
import org.lynceus.map.MarkedContact;
import org.lynceus.map.Marker;

/** What the inputs and outputs on a map said last. */
@Schema(name = "EMapContactList", requiredProperties = "items")
public record MarkedContactList(List<Item> items) {
  /** An input or output. */
  @Schema(
      name = "EMapContact",
      requiredProperties = {"kind", "deviceId", "part"})
  public record Item(
      Marker.Kind kind,
      @Schema(description = "whose it is") UUID deviceId,
      @Schema(description = "of an output, as it is marked") @Nullable UUID channelId,
      String part,
      @Schema(description = "missing while nothing was told of it") @Nullable Boolean active,
      @Nullable Instant since) {
    static Item of(MarkedContact contact) {
      Marker marker = contact.marker();
      ContactState last = contact.last();
      return new Item(
          marker.kind(),
          contact.deviceId(),
          marker.channelId(),
          marker.part() == null ? "" : marker.part(),
          last == null ? null : last.active(),
          last == null ? null : last.since());
    }
  }

  static MarkedContactList of(List<MarkedContact> contacts) {
    return new MarkedContactList(contacts.stream().map(Item::of).toList());
  }
}
