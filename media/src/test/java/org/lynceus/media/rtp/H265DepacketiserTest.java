package org.lynceus.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.lynceus.media.MalformedException;
import org.lynceus.media.testing.Clip;
import org.lynceus.media.testing.RtpPackets;

class H265DepacketiserTest {
  private final List<byte[]> nals = new ArrayList<>();
  private final List<Integer> units = new ArrayList<>();
  private int damages;
  private final NalSink sink =
      new NalSink() {
        private final ByteArrayOutputStream nal = new ByteArrayOutputStream();

        @Override
        public void beginNal(byte header, long timestamp) {
          nal.reset();
          nal.write(header);
        }

        @Override
        public void append(ByteBuffer buffer, int from, int to) {
          for (int i = from; i < to; i++) {
            nal.write(buffer.get(i));
          }
        }

        @Override
        public void endNal() {
          nals.add(nal.toByteArray());
        }

        @Override
        public void damaged() {
          damages++;
        }

        @Override
        public void endAccessUnit() {
          units.add(nals.size());
        }
      };
  private final H265Depacketiser depacketiser = new H265Depacketiser(sink);
  private final RtpPacket packet = new RtpPacket();

  private void send(int sequence, boolean marker, int time, byte[] payload) throws Exception {
    ByteBuffer bytes = ByteBuffer.wrap(RtpPackets.packet(96, marker, sequence, time, payload));
    packet.parse(bytes, 0, bytes.limit());
    depacketiser.packet(packet, bytes);
  }

  @Example
  void everyUnitOfARealStreamComesOutAsItWentIn() throws Exception {
    List<List<byte[]>> clip = Clip.h265Reordered().accessUnits();
    int sequence = 65_500;
    for (int i = 0; i < clip.size(); i++) {
      List<byte[]> payloads = RtpPackets.h265(clip.get(i));
      for (int j = 0; j < payloads.size(); j++) {
        send(sequence++, j == payloads.size() - 1, i * 3600, payloads.get(j));
      }
    }
    List<byte[]> all = clip.stream().flatMap(List::stream).toList();
    assertThat(nals).hasSameSizeAs(all);
    for (int i = 0; i < all.size(); i++) {
      assertThat(nals.get(i)).isEqualTo(all.get(i));
    }
    assertThat(units).hasSize(75);
    assertThat(damages).isZero();
  }

  @Example
  void aLostFragmentDamagesTheUnit() throws Exception {
    byte[] start = {49 << 1, 1, (byte) 0x80 | 1, 7, 7};
    byte[] end = {49 << 1, 1, 0x40 | 1, 7, 7};
    send(1, false, 0, start);
    send(3, true, 0, end);
    assertThat(nals).isEmpty();
    assertThat(damages).isPositive();
    assertThat(units).hasSize(1);
  }

  @Property(tries = 500)
  void garbageIsRefusedOrIgnored(@ForAll long seed, @ForAll byte[] payload) {
    Random random = new Random(seed);
    for (int i = 0; i < 20; i++) {
      byte[] mutated = payload.clone();
      if (mutated.length > 0) {
        mutated[0] = (byte) (random.nextInt(64) << 1);
      }
      int sequence = random.nextInt(10);
      assertThatCode(
              () -> {
                try {
                  send(sequence, random.nextBoolean(), random.nextInt(3), mutated);
                } catch (MalformedException refused) {
                  assertThat(refused.getMessage()).startsWith("The camera sends");
                }
              })
          .doesNotThrowAnyException();
    }
  }
}
