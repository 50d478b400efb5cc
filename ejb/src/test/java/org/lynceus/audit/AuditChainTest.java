package org.lynceus.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AuditChainTest {
  private final AuditMac mac = new AuditMac(new byte[] {1, 2, 3});

  private record Row(long seq, AuditEntry entry, byte[] chain) {}

  private AuditEntry entry(long id, String object, AuditMac by) {
    AuditEntry bare =
        new AuditEntry(
            id,
            new UUID(7, id),
            Instant.parse("2026-11-22T10:00:00Z").plusSeconds(id),
            "anna",
            null,
            "127.0.0.1",
            null,
            "device.change",
            "device",
            "d" + id,
            object,
            null,
            null,
            null,
            null,
            null,
            "DONE",
            null);
    return with(bare, object, by.entry(bare));
  }

  private static AuditEntry with(AuditEntry e, String object, byte[] mac) {
    return new AuditEntry(
        e.id(),
        e.uid(),
        e.at(),
        e.by(),
        e.subject(),
        e.address(),
        e.session(),
        e.action(),
        e.kind(),
        e.objectId(),
        object,
        e.reason(),
        e.before(),
        e.after(),
        e.detail(),
        e.correlation(),
        e.result(),
        mac);
  }

  private List<Row> rows(int count) {
    List<Row> rows = new ArrayList<>();
    byte[] chain = AuditMac.BEGIN;
    for (long seq = 1; seq <= count; seq++) {
      AuditEntry entry = entry(100 + seq, "Gate", mac);
      chain = mac.chain(chain, seq, entry.mac());
      rows.add(new Row(seq, entry, chain));
    }
    return rows;
  }

  private AuditFinding verify(List<Row> rows, AuditHead expected) {
    AuditChain chain = new AuditChain(mac, 0, AuditMac.BEGIN, expected);
    for (Row row : rows) {
      long id = row.entry() == null ? 0 : row.entry().id();
      AuditFinding finding = chain.next(row.seq(), id, row.chain(), row.entry());
      if (finding != null) {
        return finding;
      }
    }
    return chain.end();
  }

  @Property(tries = 50)
  void whateverRowIsAlteredIsTheOneThatIsNamed(@ForAll @IntRange(min = 0, max = 9) int at) {
    List<Row> rows = rows(10);
    Row row = rows.get(at);
    rows.set(at, new Row(row.seq(), with(row.entry(), "Back", row.entry().mac()), row.chain()));
    AuditFinding finding = verify(rows, null);
    assertThat(finding.kind()).isEqualTo(AuditFinding.Tampering.ALTERED);
    assertThat(finding.entry()).isEqualTo(101L + at);
  }

  @Property(tries = 50)
  void aRowThatIsGoneIsNamedWithOrWithoutItsSeal(@ForAll @IntRange(min = 0, max = 8) int at) {
    List<Row> rows = rows(10);
    rows.remove(at);
    AuditFinding finding = verify(rows, null);
    assertThat(finding.kind()).isEqualTo(AuditFinding.Tampering.MISSING);
    assertThat(finding.seq()).isEqualTo(at + 1L);

    List<Row> sealed = rows(10);
    sealed.set(at, new Row(at + 1L, null, sealed.get(at).chain()));
    assertThat(verify(sealed, null).seq()).isEqualTo(at + 1L);
  }

  @Test
  void anUntouchedLogHasNoFindingAndContainsEveryHeadItEverHad() {
    List<Row> rows = rows(10);
    assertThat(verify(rows, null)).isNull();
    assertThat(verify(rows, AuditHead.of(10, rows.get(9).chain()))).isNull();
    assertThat(verify(rows, AuditHead.of(4, rows.get(3).chain()))).isNull();
  }

  @Test
  void aCutOffEndShowsAgainstAHeadThatWasWrittenDown() {
    List<Row> rows = rows(10);
    AuditHead head = AuditHead.of(10, rows.get(9).chain());
    assertThat(verify(rows.subList(0, 7), null)).isNull();
    assertThat(verify(rows.subList(0, 7), head).kind()).isEqualTo(AuditFinding.Tampering.CUT_OFF);
  }

  @Test
  void rowsThatChangedPlacesAreFoundThoughEachIsGenuine() {
    List<Row> rows = rows(4);
    AuditEntry second = rows.get(1).entry();
    rows.set(1, new Row(2, rows.get(2).entry(), rows.get(1).chain()));
    rows.set(2, new Row(3, second, rows.get(2).chain()));
    assertThat(verify(rows, null).kind()).isEqualTo(AuditFinding.Tampering.REORDERED);
  }

  @Test
  void whoHasNotTheKeyCanMakeNoEntry() {
    AuditMac other = new AuditMac(new byte[] {9});
    AuditEntry forged = entry(101, "Gate", other);
    Row row = new Row(1, forged, other.chain(AuditMac.BEGIN, 1, forged.mac()));
    assertThat(verify(List.of(row), null).kind()).isEqualTo(AuditFinding.Tampering.ALTERED);
  }

  @Test
  void theCanonicalFormCannotBeShiftedFromOneFieldToTheNext() {
    AuditEntry one = entry(1, "a\nreason=1:x", mac);
    assertThat(new String(one.canonical(), java.nio.charset.StandardCharsets.UTF_8))
        .contains("object=12:a\nreason=1:x\nreason=-\n");
  }
}
