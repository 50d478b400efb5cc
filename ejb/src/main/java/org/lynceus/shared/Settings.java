package org.lynceus.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The deployment settings of this node, from MicroProfile Config (environment or system
 * properties). Business settings live in the database instead.
 */
@ApplicationScoped
public class Settings {
  @Inject
  @ConfigProperty(name = "lynceus.node", defaultValue = "node1")
  private String node;

  @Inject
  @ConfigProperty(name = "lynceus.recordings")
  private Optional<String> recordings;

  @Inject
  @ConfigProperty(name = "lynceus.recordings.reserve.bytes", defaultValue = "5000000000")
  private long reserveBytes;

  @Inject
  @ConfigProperty(name = "lynceus.secret.key.file")
  private Optional<String> secretKeyFile;

  @Inject
  @ConfigProperty(name = "lynceus.public.url", defaultValue = "http://127.0.0.1:8080")
  private String publicUrl;

  @Inject
  @ConfigProperty(name = "lynceus.oidc.url", defaultValue = "")
  private Optional<String> oidcUrl;

  @Inject
  @ConfigProperty(name = "lynceus.oidc.client", defaultValue = "lynceus-web")
  private String oidcClient;

  @Inject
  @ConfigProperty(name = "lynceus.database.migrate", defaultValue = "true")
  private boolean migrate;

  @Inject
  @ConfigProperty(name = "lynceus.zone")
  private Optional<String> zone;

  @Inject
  @ConfigProperty(name = "lynceus.volume.roots", defaultValue = "/mnt,/media,/srv,/data")
  private List<String> volumeRoots;

  @Inject
  @ConfigProperty(name = "lynceus.exports")
  private Optional<String> exports;

  @Inject
  @ConfigProperty(name = "lynceus.signing.key.file")
  private Optional<String> signingKeyFile;

  @Inject
  @ConfigProperty(name = "lynceus.management.client", defaultValue = "lynceus-management")
  private String managementClient;

  @Inject
  @ConfigProperty(name = "lynceus.management.secret")
  private Optional<String> managementSecret;

  @Inject
  @ConfigProperty(name = "lynceus.audit.days", defaultValue = "1096")
  private int auditDays;

  @Inject
  @ConfigProperty(name = "lynceus.ffmpeg")
  private Optional<String> ffmpeg;

  @Inject
  @ConfigProperty(name = "lynceus.registration.address", defaultValue = "127.0.0.1:9500")
  private String registrationAddress;

  /** Name of this node, unique in the cluster. */
  public String node() {
    return node;
  }

  /** Where devices that dial in find this node: an address and a port, or {@code off}. */
  public String registrationAddress() {
    return registrationAddress;
  }

  /** Directory of this node's volume, empty when the node does not record. */
  public Optional<Path> recordings() {
    return recordings.map(Path::of);
  }

  /** Free space in bytes that recording never uses. */
  public long reserveBytes() {
    return reserveBytes;
  }

  /** File with the base64 of 32 random bytes that encrypt camera passwords. */
  public Optional<Path> secretKeyFile() {
    return secretKeyFile.map(Path::of);
  }

  /** The 32 bytes of {@link #secretKeyFile}; fails when they cannot be read. */
  public byte[] secretKey() {
    Path file =
        secretKeyFile()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "LYNCEUS_SECRET_KEY_FILE is not set: name a file with the base64 of 32"
                            + " random bytes"));
    try {
      byte[] bytes = Base64.getDecoder().decode(Files.readString(file).strip());
      if (bytes.length != 32) {
        throw new IllegalStateException("The key file must hold the base64 of 32 bytes: " + file);
      }
      return bytes;
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalStateException("The key file cannot be read: " + file, e);
    }
  }

  /** Address at which browsers reach the center, without a slash at the end. */
  public String publicUrl() {
    return publicUrl;
  }

  /** Address of the Keycloak realm. */
  public Optional<String> oidcUrl() {
    return oidcUrl;
  }

  /** The client of the realm by which browsers sign in. */
  public String oidcClient() {
    return oidcClient;
  }

  /** Whether this node may bring the schema up to date at start; else it refuses an older one. */
  public boolean migrate() {
    return migrate;
  }

  /**
   * Zone of the site, for time templates without a zone of their own; the zone of the system when
   * not set.
   */
  public ZoneId zone() {
    return zone.map(ZoneId::of).orElseGet(ZoneId::systemDefault);
  }

  /**
   * Directories below which an administrator may set up volumes: those of the setting and the one
   * that holds this node's first volume.
   */
  public List<Path> volumeRoots() {
    List<Path> roots = new ArrayList<>();
    volumeRoots.forEach(root -> roots.add(Path.of(root.strip()).toAbsolutePath().normalize()));
    recordings().map(first -> first.toAbsolutePath().normalize().getParent()).ifPresent(roots::add);
    return roots;
  }

  /** Directory of finished exports, empty when this node makes none. */
  public Optional<Path> exports() {
    return exports.map(Path::of);
  }

  /** File with the private key that signs exports; made at first use. */
  public Optional<Path> signingKeyFile() {
    return signingKeyFile.map(Path::of);
  }

  /** The optional helper for codecs that browsers lack, empty when there is none. */
  public Optional<Path> ffmpeg() {
    return ffmpeg.map(Path::of);
  }

  /** For how many days the audit log is kept; 0: for ever. */
  public int auditDays() {
    return auditDays;
  }

  /** Keycloak's client by which users are managed. */
  public String managementClient() {
    return managementClient;
  }

  /** Its secret, empty where users are managed in Keycloak only. */
  public Optional<String> managementSecret() {
    return managementSecret;
  }
}
