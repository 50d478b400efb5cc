package org.lynceus.recording;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.lynceus.shared.InstantConverter;

/**
 * Whether a channel ought to be recorded continuously. A channel without a row is not recorded; the
 * first row has version 1, so version 0 stands for "never set".
 */
@Entity
@Table(name = "recording")
public class Recording {
  @Id
  @Column(name = "channel_id")
  private UUID channelId;

  private boolean enabled;

  @Column(name = "changed_at", nullable = false)
  @Convert(converter = InstantConverter.class)
  private Instant changedAt;

  @Version private long version;

  /** For JPA. */
  @SuppressWarnings("NullAway.Init")
  protected Recording() {}

  @SuppressWarnings("NullAway.Init")
  public Recording(UUID channelId, boolean enabled, Instant changedAt) {
    this.channelId = channelId;
    set(enabled, changedAt);
  }

  /** Switches on or off. */
  public final void set(boolean on, Instant at) {
    this.enabled = on;
    this.changedAt = at;
  }

  public UUID getChannelId() {
    return channelId;
  }

  public boolean isEnabled() {
    return enabled;
  }

  public long getVersion() {
    return version;
  }
}
