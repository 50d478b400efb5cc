package org.lynceus.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.lynceus.media.MalformedException;
import org.lynceus.media.jpeg.JpegFormat;
import org.lynceus.media.jpeg.JpegHeader;
import org.lynceus.media.testing.Jpegs;
import org.lynceus.media.testing.RtpPackets;

class JpegDepacketiserTest {
  private final List<byte[]> pictures = new ArrayList<>();
  private int damages;
  private final JpegFormat format = new JpegFormat();
  private final JpegDepacketiser depacketiser =
      new JpegDepacketiser(
          format,
          new NalSink() {
            private final ByteArrayOutputStream picture = new ByteArrayOutputStream();
            private boolean broken;

            @Override
            public void beginNal(byte header, long timestamp) {
              picture.reset();
              picture.write(header);
              broken = false;
            }

            @Override
            public void append(ByteBuffer buffer, int from, int to) {
              for (int i = from; i < to; i++) {
                picture.write(buffer.get(i));
              }
            }

            @Override
            public void endNal() {
              assertThat(broken).isFalse();
            }

            @Override
            public void damaged() {
              damages++;
              broken = true;
            }

            @Override
            public void endAccessUnit() {
              if (!broken) {
                pictures.add(picture.toByteArray());
              }
            }
          });
  private final RtpPacket packet = new RtpPacket();

  private void send(int sequence, boolean marker, int time, byte[] payload) throws Exception {
    ByteBuffer bytes = ByteBuffer.wrap(RtpPackets.packet(26, marker, sequence, time, payload));
    packet.parse(bytes, 0, bytes.limit());
    depacketiser.packet(packet, bytes);
  }

  @Example
  void aPictureIsTheSameAfterwards() throws Exception {
    byte[] sent = Jpegs.picture(320, 240, 5);
    List<byte[]> payloads = Jpegs.payloads(sent);
    for (int i = 0; i < payloads.size(); i++) {
      send(i, i == payloads.size() - 1, 0, payloads.get(i));
    }
    assertThat(pictures).hasSize(1);
    BufferedImage before = ImageIO.read(new ByteArrayInputStream(sent));
    BufferedImage after = ImageIO.read(new ByteArrayInputStream(pictures.get(0)));
    assertThat(after.getWidth()).isEqualTo(320);
    for (int i = 0; i < 240; i += 7) {
      assertThat(after.getRGB(i, i)).isEqualTo(before.getRGB(i, i));
    }
    assertThat(format.config().height()).isEqualTo(240);
  }

  @Example
  void aPictureWithALostPacketIsLeftOut() throws Exception {
    List<byte[]> payloads = Jpegs.payloads(Jpegs.picture(320, 240, 5));
    assertThat(payloads).hasSizeGreaterThan(2);
    for (int i = 0; i < payloads.size(); i++) {
      if (i != 1) {
        send(i, i == payloads.size() - 1, 0, payloads.get(i));
      }
    }
    assertThat(pictures).isEmpty();
    assertThat(damages).isPositive();
  }

  @Example
  void theStandardTablesScaleWithTheQuality() {
    byte[] half = JpegHeader.tables(50);
    assertThat(half).startsWith(16, 11, 12, 14, 12, 10, 16, 14).hasSize(128);
    assertThat(JpegHeader.tables(99)[0]).isEqualTo((byte) 1);
    assertThat(JpegHeader.tables(1)[0] & 0xff).isEqualTo(255);
  }

  @Property(tries = 500)
  void garbageIsRefusedOrIgnored(@ForAll long seed, @ForAll byte[] payload) throws Exception {
    Random random = new Random(seed);
    List<byte[]> real = Jpegs.payloads(Jpegs.picture(64, 64, 1));
    for (int i = 0; i < 20; i++) {
      byte[] sent = random.nextBoolean() ? payload : real.get(random.nextInt(real.size())).clone();
      for (int j = random.nextInt(3); j > 0 && sent.length > 0; j--) {
        sent[random.nextInt(Math.min(12, sent.length))] = (byte) random.nextInt();
      }
      try {
        send(random.nextInt(6), random.nextBoolean(), random.nextInt(2), sent);
      } catch (MalformedException refused) {
        assertThat(refused.getMessage()).contains("JPEG");
      }
    }
  }
}
