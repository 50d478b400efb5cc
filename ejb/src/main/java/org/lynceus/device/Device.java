package org.lynceus.device;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.CertificateFingerprint;
import org.lynceus.organisation.Site;
import org.lynceus.shared.InstantConverter;

/**
 * Something the center takes pictures from, reached by one address. It is stored only after it
 * answered; its channels are what it offered. The password is kept sealed. Changing the address or
 * the credentials raises the version, which makes the owner node connect anew.
 */
@Entity
@Table(name = "device")
public class Device {
  @Id private UUID id;

  @Column(nullable = false)
  private String name;

  @Column(nullable = false)
  private String url;

  @Column(name = "sub_url")
  private @Nullable String subUrl;

  private @Nullable String certificate;

  private @Nullable String username;

  private byte @Nullable [] password;

  private @Nullable String manufacturer;
  private @Nullable String model;
  private @Nullable String firmware;
  private @Nullable String serial;

  @Column(name = "site_id", nullable = false)
  private UUID siteId;

  @Column(name = "home_node")
  private @Nullable String homeNode;

  @Column(name = "created_at", nullable = false)
  @Convert(converter = InstantConverter.class)
  private Instant createdAt;

  @Version private long version;

  @OneToMany(mappedBy = "device", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("number")
  private List<Channel> channels = new ArrayList<>();

  /** For JPA. */
  @SuppressWarnings("NullAway.Init")
  protected Device() {}

  @SuppressWarnings("NullAway.Init")
  public Device(UUID id, String name, URI url, Instant createdAt) {
    this.id = id;
    this.name = name;
    this.url = url.toString();
    this.createdAt = createdAt;
    this.siteId = Site.ROOT;
  }

  public UUID getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public URI getUrl() {
    return URI.create(url);
  }

  /** Where it stands. */
  public UUID getSiteId() {
    return siteId;
  }

  public void standAt(UUID site) {
    this.siteId = site;
  }

  /** The node that drives it as long as that is alive, null: any. */
  public @Nullable String getHomeNode() {
    return homeNode;
  }

  public void liveAt(@Nullable String node) {
    this.homeNode = node;
  }

  public @Nullable String getUsername() {
    return username;
  }

  /** The sealed password, null when the camera asks for none. */
  public byte @Nullable [] getPassword() {
    return password;
  }

  public long getVersion() {
    return version;
  }

  public List<Channel> getChannels() {
    return channels;
  }

  public void rename(String newName) {
    this.name = newName;
  }

  /** Address of the smaller stream, null when there is none. */
  public @Nullable URI getSubUrl() {
    return subUrl == null ? null : URI.create(subUrl);
  }

  /** The certificate that an rtsps camera must show, null: one that authorities vouch for. */
  public @Nullable CertificateFingerprint getCertificate() {
    return certificate == null ? null : new CertificateFingerprint(certificate);
  }

  /** What it said of itself when it was last asked. */
  public DeviceIdentity getIdentity() {
    return new DeviceIdentity(manufacturer, model, firmware, serial);
  }

  public void identify(DeviceIdentity identity) {
    this.manufacturer = identity.manufacturer();
    this.model = identity.model();
    this.firmware = identity.firmware();
    this.serial = identity.serial();
  }

  /** Sets where its streams are. */
  public void moveTo(URI newUrl, @Nullable URI newSubUrl, @Nullable CertificateFingerprint shown) {
    this.url = newUrl.toString();
    this.subUrl = newSubUrl == null ? null : newSubUrl.toString();
    this.certificate = shown == null ? null : shown.hex();
  }

  /** Sets or clears the credentials; the password is already sealed. */
  public void authenticateWith(@Nullable String user, byte @Nullable [] sealedPassword) {
    this.username = user;
    this.password = sealedPassword;
  }
}
