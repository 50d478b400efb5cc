package org.lynceus.live.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.lynceus.protocols.onvif.Imaging.Amount;
import org.lynceus.protocols.onvif.Imaging.Range;
import org.lynceus.shared.DomainException;

class AimTest {
  private static final Offset<Double> CLOSE = within(1e-9);

  @Test
  void aPointIsOnlyCentred() {
    PictureBox point = new PictureBox(0.75, 0.25, 0, 0);
    assertThat(point.right()).isEqualTo(0.5, CLOSE);
    assertThat(point.up()).isEqualTo(0.5, CLOSE);
    assertThat(point.magnification()).isEqualTo(1);
  }

  @Test
  void theLongerSideOfABoxFillsThePicture() {
    PictureBox box = new PictureBox(0, 0, 0.25, 0.5);
    assertThat(box.right()).isEqualTo(-0.75, CLOSE);
    assertThat(box.up()).isEqualTo(0.5, CLOSE);
    assertThat(box.magnification()).isEqualTo(2);
  }

  @Test
  void aBoxThatLeavesThePictureIsRefused() {
    assertThatThrownBy(() -> new PictureBox(0.9, 0, 0.2, 0.1)).isInstanceOf(DomainException.class);
    assertThatThrownBy(() -> new PictureBox(-0.1, 0, 0.2, 0.1)).isInstanceOf(DomainException.class);
    assertThatThrownBy(() -> new PictureBox(0, 0, Double.NaN, 0.1))
        .isInstanceOf(DomainException.class);
  }

  @Property
  void zoomingTwiceIsZoomingOnceByTheProduct(
      @ForAll @DoubleRange(min = 0, max = 0.2) double zoom,
      @ForAll @DoubleRange(min = 1, max = 2) double one,
      @ForAll @DoubleRange(min = 1, max = 2) double other) {
    assertThat(ViewEstimate.zoom(ViewEstimate.zoom(zoom, one), other))
        .isEqualTo(ViewEstimate.zoom(zoom, one * other), CLOSE);
  }

  @Property
  void theCloserTheLessItTurnsAndZoomStaysInItsRange(
      @ForAll @DoubleRange(min = 0, max = 1) double zoom,
      @ForAll @DoubleRange(min = 1, max = 1000) double times,
      @ForAll @DoubleRange(min = 0, max = 1) double right) {
    assertThat(ViewEstimate.zoom(zoom, times)).isBetween(zoom - 1e-9, 1.0);
    assertThat(ViewEstimate.pan(right, zoom)).isBetween(0.0, ViewEstimate.pan(right, 0));
    assertThat(ViewEstimate.tilt(right, zoom)).isBetween(0.0, ViewEstimate.tilt(right, 0));
  }

  @Test
  void openIsTowardsZeroWhicheverWayTheDeviceCounts() {
    LensMotion open = new LensMotion(0, 1);
    assertThat(open.irisFrom(new Amount(-10, new Range(-20, 0)))).isEqualTo(-9);
    assertThat(open.irisFrom(new Amount(10, new Range(0, 20)))).isEqualTo(9);
    assertThat(open.irisFrom(new Amount(0, new Range(0, 20)))).isEqualTo(0);
    assertThat(new LensMotion(0, -1).irisFrom(new Amount(20, new Range(0, 20)))).isEqualTo(20);
  }

  @Test
  void theFocusSpeedIsInTheDevicesRange() {
    assertThat(new LensMotion(-0.5, 0).speedWithin(new Range(-7, 5))).isEqualTo(-3.5);
    assertThat(new LensMotion(1, 0).speedWithin(new Range(-7, 5))).isEqualTo(5);
    assertThatThrownBy(() -> new LensMotion(Double.NaN, 0)).isInstanceOf(DomainException.class);
  }
}
