package org.lynceus.user.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.Database;

/** The table of sessions. What was ended carries the database's time, so that all nodes agree. */
@ApplicationScoped
public class SessionStore {
  private static final String END =
      """
      update user_session set ended_at = clock_timestamp(), ended_why = ?, sso_open = true
      where ended_at is null and not program
      """;

  @Inject private Database database;

  /** Whether the account may be signed in more than once; holds the account until the commit. */
  boolean lockAndAskManySessions(String username) {
    Boolean many =
        database.first(
            "select many_sessions from account where lower(username) = lower(?) for update",
            row -> row.getBoolean(1),
            username);
    return many == null || many;
  }

  @Nullable UserSession bySid(String sid) {
    return database.first("select * from user_session where sid = ?", UserSession::read, sid);
  }

  @Nullable UserSession locked(UUID id) {
    return database.first(
        "select * from user_session where id = ? for update", UserSession::read, id);
  }

  /** Stores a session that is new here, or that comes back. */
  void put(UUID id, SeenSession seen, Instant at, String node) {
    database.update(
        """
        insert into user_session (id, sid, username, realm_roles, groups, program, since, address,
          agent, node, seen_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (sid) do update set realm_roles = excluded.realm_roles,
          groups = excluded.groups, address = excluded.address, agent = excluded.agent,
          node = excluded.node, seen_at = excluded.seen_at, left_at = null
        """,
        id,
        seen.sid(),
        seen.caller().name(),
        texts(seen.caller().realmRoles()),
        texts(seen.caller().groups()),
        seen.program(),
        at,
        seen.address(),
        seen.agent(),
        node,
        at);
  }

  private static String[] texts(Collection<String> texts) {
    return texts.stream().sorted().toArray(String[]::new);
  }

  /** Notes when, where and with which rights sessions were seen. */
  void seen(Map<SeenSession, Instant> sessions, String node) {
    database.batch(
        """
        update user_session set realm_roles = ?, groups = ?, address = ?, agent = ?, node = ?,
          seen_at = greatest(seen_at, ?) where sid = ?
        """,
        sessions.entrySet().stream()
            .map(
                entry ->
                    new @Nullable Object[] {
                      texts(entry.getKey().caller().realmRoles()),
                      texts(entry.getKey().caller().groups()),
                      entry.getKey().address(),
                      entry.getKey().agent(),
                      node,
                      entry.getValue(),
                      entry.getKey().sid()
                    })
            .toList());
  }

  /** What was before there was an account is not told: the name may have been another's. */
  @Nullable LastSignIn signInBefore(UserSession session) {
    return database.first(
        "select since, address from user_session where lower(username) = lower(?) and since < ?"
            + " and not program and since >= coalesce((select created_at from account"
            + " where lower(username) = lower(?)), '-infinity') order by since desc limit 1",
        row -> new LastSignIn(row.getTimestamp(1).toInstant(), row.getString(2)),
        session.caller().name(),
        session.since(),
        session.caller().name());
  }

  /** Ends all sessions of a user but one, or all; answers which. */
  List<String> endOf(String username, @Nullable String butSid, SessionEnd why) {
    return database.list(
        END + " and lower(username) = lower(?) and sid is distinct from ? returning sid",
        row -> row.getString(1),
        why,
        username,
        butSid);
  }

  void end(UUID id, SessionEnd why) {
    database.update(END + " and id = ?", why, id);
  }

  /** The session of a user that began last and still may be used. */
  @Nullable String newestOf(String username) {
    return database.first(
        "select sid from user_session where lower(username) = lower(?) and not program"
            + " and ended_at is null and left_at is null order by since desc, id desc limit 1",
        row -> row.getString(1),
        username);
  }

  void leave(String sid, Instant at) {
    database.update("update user_session set left_at = ? where sid = ?", at, sid);
  }

  /** Those in use since then, newest first; the sid is not for eyes. */
  List<UserSession> inUse(
      Instant since, int limit, @Nullable Instant before, @Nullable UUID beforeId) {
    String where = "ended_at is null and left_at is null and seen_at >= ?";
    return before == null || beforeId == null
        ? database.list(
            "select * from user_session where " + where + " order by since desc, id desc limit ?",
            UserSession::read,
            since,
            limit)
        : database.list(
            "select * from user_session where "
                + where
                + " and (since, id) < (?, ?) order by since desc, id desc limit ?",
            UserSession::read,
            since,
            before,
            beforeId,
            limit);
  }

  /** All that were ended, or those of the last two minutes only. */
  Map<String, SessionEnd> ended(boolean all) {
    Map<String, SessionEnd> found = new HashMap<>();
    database.list(
        "select sid, ended_why from user_session where ended_at is not null"
            + (all ? "" : " and ended_at > clock_timestamp() - interval '2 minutes'"),
        row -> found.put(row.getString(1), SessionEnd.valueOf(row.getString(2))));
    return found;
  }

  /** Ended sessions of the last day that Keycloak was not told of. */
  List<String> openAtKeycloak() {
    return database.list(
        "select sid from user_session where sso_open"
            + " and ended_at > clock_timestamp() - interval '1 day' order by ended_at limit 100",
        row -> row.getString(1));
  }

  void closedAtKeycloak(Set<String> sids) {
    database.update(
        "update user_session set sso_open = false where sid = any(?)", (Object) texts(sids));
  }

  int forget(Instant before) {
    return database.update("delete from user_session where seen_at < ?", before);
  }
}
