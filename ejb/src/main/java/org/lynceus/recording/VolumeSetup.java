package org.lynceus.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.lynceus.media.store.VolumeException;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.FieldProblem;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Reason;

/**
 * Sets up volumes. A disk may answer slowly or not at all, so it is touched between two
 * transactions and never inside one.
 */
@ApplicationScoped
public class VolumeSetup {
  @Inject private VolumeService service;
  @Inject private VolumeStore table;
  @Inject private Volumes volumes;

  /** Makes a volume in an empty directory of this node, or takes over the one that is there. */
  public VolumeRecord add(String directory, VolumeService.Draft asked) {
    VolumeService.Draft draft = asked.checked();
    Path path = service.place(directory, draft);
    try {
      UUID id = volumes.make(path).id();
      VolumeStore.Row known = table.byId(id);
      if (known != null && !Files.notExists(known.directory().resolve("volume.json"))) {
        throw DomainException.invalid("/directory", "This volume is in use at another directory.");
      }
      return service.add(id, path, draft);
    } catch (VolumeException e) {
      throw new DomainException(
          ProblemType.VALIDATION,
          e.fault().text(),
          Reason.of(e.fault()),
          List.of(new FieldProblem("/directory", e.fault().text())));
    }
  }
}
