package org.lynceus.event.dead;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;
import org.lynceus.event.center.BrokerQueues;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Roles;

/**
 * Messages of this node's broker that could not be handled: seen, put back into their queue, or
 * dropped. What is done with one is noted before the broker does it; when the broker fails, neither
 * is done.
 */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
public class DeadLetterService {
  /** The most that are shown. */
  public static final int MOST = 100;

  @Inject private DeadLetterBox box;
  @Inject private BrokerQueues queues;
  @Inject private AuditLog audit;

  /** The oldest, at most {@link #MOST}. */
  @Needs(Function.SYSTEM_CONFIGURE)
  public List<DeadLetter> letters() {
    return box.oldest(MOST);
  }

  /** How many there are. */
  @Needs(Function.SYSTEM_CONFIGURE)
  public long count() {
    return queues.figures(BrokerQueues.DEAD).waiting();
  }

  /** Puts it back to where it came from, where it is tried anew. */
  @Needs(Function.SYSTEM_CONFIGURE)
  public void replay(UUID id) {
    DeadLetter letter = letter(id);
    if (letter.from() == null) {
      throw new DomainException(
          ProblemType.CONFLICT, "Nobody knows which queue this message came from.");
    }
    note("event.message.replay", letter);
    found(box.replay(id));
  }

  /** Removes it for ever; what it told is lost. */
  @Needs(Function.SYSTEM_CONFIGURE)
  public void drop(UUID id) {
    note("event.message.drop", letter(id));
    found(box.drop(id));
  }

  private DeadLetter letter(UUID id) {
    DeadLetter letter = box.find(id);
    found(letter != null);
    return Objects.requireNonNull(letter);
  }

  /** Somebody else may have been faster. */
  private static void found(boolean there) {
    if (!there) {
      throw DomainException.notFound("message");
    }
  }

  private void note(String action, DeadLetter letter) {
    String from = Objects.requireNonNullElse(letter.from(), "unknown queue");
    audit.note(AuditAct.of(action, "message", letter.id(), from).was(letter));
  }
}
