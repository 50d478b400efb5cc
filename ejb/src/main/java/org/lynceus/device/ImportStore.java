package org.lynceus.device;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.Database;
import org.lynceus.shared.Json;
import org.lynceus.shared.Reason;
import org.lynceus.shared.Sql;

/** The tables of imports. A password lies there sealed, and only until its row was tried. */
@ApplicationScoped
@Transactional
public class ImportStore {
  private static final String IMPORT =
      """
      select i.*, (select count(*) from device_import_row r where r.import_id = i.id
          and r.state = 'READY') as ready,
        (select count(*) from device_import_row r where r.import_id = i.id
          and r.state = 'INVALID') as invalid,
        (select count(*) from device_import_row r where r.import_id = i.id
          and r.state = 'TRYING') as trying,
        (select count(*) from device_import_row r where r.import_id = i.id
          and r.state = 'ADDED') as added,
        (select count(*) from device_import_row r where r.import_id = i.id
          and r.state = 'FAILED') as failed
      from device_import i where i.id = ?
      """;

  @Inject private Database database;
  @Inject private Vault vault;

  /** Stores an import with its verdicts, and forgets those older than a week. */
  public void add(
      UUID id,
      @Nullable String fileName,
      List<String> columns,
      String by,
      Instant now,
      List<ImportLine> lines,
      Map<Integer, Reason> wrong,
      Map<Integer, UUID> sites) {
    database.update(
        "delete from device_import where created_at < ?", now.minusSeconds(7 * 86_400L));
    database.update(
        "insert into device_import (id, source, file_name, columns, by_user, created_at)"
            + " values (?, ?, ?, ?, ?, ?)",
        id,
        fileName == null ? "SEARCH" : "FILE",
        fileName,
        json(columns),
        by,
        now);
    database.batch(
        "insert into device_import_row (import_id, number, state, name, url, sub_url, certificate,"
            + " username, password, cells, reason_code, reason_text, site_id,"
            + " home_node) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        lines.stream()
            .map(line -> row(id, line, wrong.get(line.number()), sites.get(line.number())))
            .toList());
  }

  private @Nullable Object[] row(
      UUID id, ImportLine line, @Nullable Reason wrong, @Nullable UUID site) {
    String password = line.password();
    return new @Nullable Object[] {
      id,
      line.number(),
      wrong == null ? ImportState.READY : ImportState.INVALID,
      line.name(),
      line.url(),
      line.subUrl(),
      line.certificate(),
      line.username(),
      wrong != null || password == null ? null : vault.seal(id, password),
      json(line.cells()),
      wrong == null ? null : wrong.code(),
      wrong == null ? null : wrong.text(),
      site,
      wrong == null ? line.homeNode() : null
    };
  }

  public @Nullable DeviceImport find(UUID id) {
    return database.first(IMPORT, ImportStore::read, id);
  }

  public List<ImportRow> rows(UUID id, @Nullable ImportState state, int after, int limit) {
    return database.list(
        "select * from device_import_row where import_id = ? and number > ?"
            + " and (?::text is null or state = ?) order by number limit ?",
        ImportStore::readRow,
        id,
        after,
        state,
        state,
        limit);
  }

  /** The rows that did not work as they were written, each with its reason as last cell. */
  public List<List<String>> failed(UUID id) {
    return database.list(
        "select cells, reason_text from device_import_row where import_id = ?"
            + " and state in ('INVALID', 'FAILED') order by number",
        row -> {
          List<String> cells = new java.util.ArrayList<>(texts(row.getString("cells")));
          cells.add(String.valueOf(row.getString("reason_text")));
          return cells;
        },
        id);
  }

  /** The sites at which devices of the import are to stand. */
  public List<UUID> sites(UUID id) {
    return database.list(
        "select distinct site_id from device_import_row where import_id = ? and state = 'READY'"
            + " and site_id is not null",
        row -> Sql.uuid(row, "site_id"),
        id);
  }

  /** Remembers the job; false when there is one already. */
  public boolean started(UUID id, UUID job) {
    return database.update(
            "update device_import set job_id = ? where id = ? and job_id is null", job, id)
        == 1;
  }

  /** Takes the next row to try, null when there is none. From now on it is never tried again. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public @Nullable ImportLine take(UUID id) {
    return database.first(
        """
        update device_import_row r set state = 'TRYING'
        from (select import_id, number, password from device_import_row
          where import_id = ? and state = 'READY' order by number limit 1
          for update skip locked) n
        where r.import_id = n.import_id and r.number = n.number
        returning r.number, r.name, r.url, r.sub_url, r.certificate, r.username, n.password, r.site_id,
          r.home_node
        """,
        row -> line(id, row),
        id);
  }

  private ImportLine line(UUID id, ResultSet row) throws SQLException {
    byte[] sealed = row.getBytes("password");
    return new ImportLine(
        row.getInt("number"),
        row.getString("name"),
        row.getString("url"),
        row.getString("sub_url"),
        row.getString("certificate"),
        row.getString("username"),
        sealed == null ? null : vault.open(id, sealed),
        row.getString("site_id"),
        row.getString("home_node"),
        List.of());
  }

  /** Notes what became of a row, in the caller's transaction if there is one. */
  public void tried(UUID id, int number, @Nullable UUID device, @Nullable Reason reason) {
    database.update(
        "update device_import_row set state = ?, password = null, device_id = ?, reason_code = ?,"
            + " reason_text = ? where import_id = ? and number = ? and state = 'TRYING'",
        device == null ? ImportState.FAILED : ImportState.ADDED,
        device,
        reason == null ? null : reason.code(),
        reason == null ? null : reason.text(),
        id,
        number);
  }

  /** Rows in one of the states will not be tried any more. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void giveUp(UUID id, Reason reason, ImportState... states) {
    database.update(
        "update device_import_row set state = 'FAILED', password = null, reason_code = ?,"
            + " reason_text = ? where import_id = ? and state = any(?)",
        reason.code(),
        reason.text(),
        id,
        java.util.Arrays.stream(states).map(Enum::name).toArray(String[]::new));
  }

  private static DeviceImport read(ResultSet row) throws SQLException {
    return new DeviceImport(
        Sql.uuid(row, "id"),
        row.getString("file_name"),
        texts(row.getString("columns")),
        row.getString("by_user"),
        Sql.instant(row, "created_at"),
        row.getObject("job_id", UUID.class),
        new ImportTotals(
            row.getInt("ready"),
            row.getInt("invalid"),
            row.getInt("trying"),
            row.getInt("added"),
            row.getInt("failed")));
  }

  private static ImportRow readRow(ResultSet row) throws SQLException {
    String code = row.getString("reason_code");
    return new ImportRow(
        row.getInt("number"),
        ImportState.valueOf(row.getString("state")),
        row.getString("name"),
        row.getString("url"),
        row.getString("username"),
        code == null ? null : new Reason(code, row.getString("reason_text")),
        row.getObject("device_id", UUID.class));
  }

  private static String json(List<String> texts) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    texts.forEach(array::add);
    return array.build().toString();
  }

  private static List<String> texts(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readArray().getValuesAs(JsonString::getString);
    }
  }
}
