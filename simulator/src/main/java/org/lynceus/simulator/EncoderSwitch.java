package org.lynceus.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.lynceus.simulator.clip.Clip;
import org.lynceus.simulator.onvif.EncoderListener;
import org.lynceus.simulator.rtsp.CameraAct;
import org.lynceus.simulator.rtsp.RtspServer;

/**
 * Lets a camera play the clip that is as its encoder was set: codec and size are real then. Frame
 * rate, bit rate, key frames and quality stay those of the clip.
 */
final class EncoderSwitch implements EncoderListener {
  private final RtspServer cameras;

  EncoderSwitch(RtspServer cameras) {
    this.cameras = cameras;
  }

  @Override
  public void encodes(int camera, boolean sub, String codec, int width, boolean inBand) {
    Clip clip = clip(camera, codec, width);
    CameraAct act = inBand ? CameraAct.change(clip) : CameraAct.restart(clip);
    if (sub) {
      cameras.askSub(camera, act);
    } else {
      cameras.ask(camera, act);
    }
  }

  private static Clip clip(int camera, String codec, int width) {
    try {
      return switch (codec + " " + width) {
        case "H265 640" -> Clip.h265();
        case "MJPEG 640" -> Clip.jpeg();
        case "H264 640" -> Clip.reordered();
        case "H264 320" -> Clip.small();
        default -> Clip.builtIn(camera);
      };
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
