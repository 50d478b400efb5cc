package org.lynceus.simulator.clip;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Locale;

/**
 * Paints one frame of a {@link Scene}: a room or a place, people and cars whose paths close after
 * one clip, the camera's name, the clip's clock and the frame number. The bottom edge repeats the
 * frame number for machines: {@value #BITS} blocks of {@value #BLOCK} x {@value #BLOCK_HEIGHT}
 * pixels from x = {@value #BLOCKS_X}, white for 1, most significant bit left.
 */
final class ScenePainter {
  static final int BITS = 24;
  static final int BLOCK = 52;
  static final int BLOCK_HEIGHT = 16;
  static final int BLOCKS_X = 16;
  private static final int HORIZON = 300;
  private static final Color[] CLOTHES = {
    new Color(0x2f5d8a),
    new Color(0x8a3b2f),
    new Color(0x3f6b3c),
    new Color(0x6a4a86),
    new Color(0x30343a)
  };

  private final BufferedImage image;
  private final Scene scene;
  private final int camera;
  private final BufferedImage background;

  ScenePainter(BufferedImage image, Scene scene, int camera) {
    this.image = image;
    this.scene = scene;
    this.camera = camera;
    this.background =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D canvas = canvas(background);
    paintPlace(canvas);
    canvas.dispose();
  }

  void paint(int frame) {
    Graphics2D canvas = canvas(image);
    canvas.drawImage(background, 0, 0, null);
    double turn = (double) frame / ClipMaker.FRAMES;
    paintLights(canvas, frame);
    for (int car = 0; car < scene.cars; car++) {
      paintCar(canvas, car, turn);
    }
    for (int person = 0; person < scene.people; person++) {
      paintPerson(canvas, person, turn);
    }
    paintWords(canvas, frame);
    paintBits(canvas, frame);
    canvas.dispose();
  }

  private static Graphics2D canvas(BufferedImage image) {
    Graphics2D canvas = image.createGraphics();
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    canvas.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    return canvas;
  }

  private void paintPlace(Graphics2D canvas) {
    canvas.setPaint(new GradientPaint(0, 0, scene.far.brighter(), 0, HORIZON, scene.far));
    canvas.fillRect(0, 0, ClipMaker.WIDTH, HORIZON);
    canvas.setPaint(
        new GradientPaint(0, HORIZON, scene.floor.darker(), 0, ClipMaker.HEIGHT, scene.floor));
    canvas.fillRect(0, HORIZON, ClipMaker.WIDTH, ClipMaker.HEIGHT - HORIZON);
    canvas.setStroke(new BasicStroke(2));
    canvas.setColor(new Color(255, 255, 255, 40));
    for (int line = -12; line <= 12; line++) {
      canvas.drawLine(
          ClipMaker.WIDTH / 2 + line * 30,
          HORIZON,
          ClipMaker.WIDTH / 2 + line * 190,
          ClipMaker.HEIGHT);
    }
    if (scene.indoor) {
      paintRoom(canvas);
    } else {
      paintOutside(canvas);
    }
  }

  private void paintRoom(Graphics2D canvas) {
    for (int side = -1; side <= 1; side += 2) {
      for (int door = 0; door < 4; door++) {
        double depth = 1.0 / (1 + door * 0.8);
        int x = (int) (ClipMaker.WIDTH / 2.0 + side * (180 + 460 * depth));
        int height = (int) (380 * depth);
        canvas.setColor(scene.far.darker());
        canvas.fillRect(
            x - (int) (60 * depth),
            HORIZON + (int) (150 * depth) - height,
            (int) (120 * depth),
            height);
        canvas.setColor(scene.far.brighter());
        canvas.drawRect(
            x - (int) (60 * depth),
            HORIZON + (int) (150 * depth) - height,
            (int) (120 * depth),
            height);
      }
    }
    if (scene == Scene.STAIRS) {
      for (int step = 0; step < 12; step++) {
        canvas.setColor(step % 2 == 0 ? scene.floor.brighter() : scene.floor);
        canvas.fillRect(460 - step * 8, 250 + step * 26, 360 + step * 16, 26);
      }
    }
  }

  private void paintOutside(Graphics2D canvas) {
    for (int house = 0; house < 5; house++) {
      int height = 90 + (house * 37 + camera * 23) % 110;
      canvas.setColor(new Color(0x77 + house * 6, 0x70 + house * 5, 0x68 + house * 4));
      canvas.fillRect(house * 270 - 30, HORIZON - height, 220, height);
      canvas.setColor(new Color(0x3d4a57));
      for (int window = 0; window < 6; window++) {
        canvas.fillRect(
            house * 270 - 10 + window % 3 * 65, HORIZON - height + 18 + window / 3 * 50, 36, 26);
      }
    }
    canvas.setColor(new Color(230, 230, 220, 150));
    for (int bay = 0; bay < 9 && scene != Scene.COURTYARD; bay++) {
      canvas.drawLine(120 + bay * 130, HORIZON + 60, 40 + bay * 150, HORIZON + 190);
    }
  }

  /** Small lights that change, so that even the quietest scene has detail that moves. */
  private void paintLights(Graphics2D canvas, int frame) {
    int lights = scene == Scene.SERVER_ROOM ? 96 : 6;
    for (int light = 0; light < lights; light++) {
      boolean on = (frame / (5 + light % 5 * 5) + light) % 2 == 0;
      canvas.setColor(on ? new Color(0x57d98a) : new Color(0x1d3b2b));
      if (scene == Scene.SERVER_ROOM) {
        canvas.fillRect(140 + light % 24 * 43, 120 + light / 24 * 60, 7, 4);
      } else {
        canvas.fillOval(60 + light * 230, 96, 8, 8);
      }
    }
  }

  private void paintPerson(Graphics2D canvas, int person, double turn) {
    double phase = 2 * Math.PI * (turn + person * 0.27 + camera * 0.11);
    double depth = 0.62 + 0.38 * Math.sin(phase + person);
    double x = ClipMaker.WIDTH / 2.0 + Math.cos(phase) * (420 - person * 60) * (0.5 + depth / 2);
    double feet = HORIZON + 70 + 270 * depth;
    double size = 70 + 190 * depth;
    double stride = Math.sin(2 * Math.PI * turn * 20 + person) * size * 0.10;
    canvas.setColor(new Color(0, 0, 0, 60));
    canvas.fill(
        new Ellipse2D.Double(x - size * 0.22, feet - size * 0.04, size * 0.44, size * 0.09));
    canvas.setColor(new Color(0x23272c));
    canvas.setStroke(
        new BasicStroke((float) (size * 0.09), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    canvas.drawLine((int) x, (int) (feet - size * 0.45), (int) (x + stride), (int) feet);
    canvas.drawLine((int) x, (int) (feet - size * 0.45), (int) (x - stride), (int) feet);
    canvas.setColor(CLOTHES[(person + camera) % CLOTHES.length]);
    canvas.fill(
        new RoundRectangle2D.Double(
            x - size * 0.14,
            feet - size * 0.86,
            size * 0.28,
            size * 0.46,
            size * 0.12,
            size * 0.12));
    canvas.setColor(new Color(0xd9b08c));
    canvas.fill(
        new Ellipse2D.Double(x - size * 0.08, feet - size * 1.03, size * 0.16, size * 0.18));
  }

  private void paintCar(Graphics2D canvas, int car, double turn) {
    double place = (turn + car * 0.41 + camera * 0.07) % 1;
    boolean right = (car + camera) % 2 == 0;
    double x = -320 + (ClipMaker.WIDTH + 640) * (right ? place : 1 - place);
    double y = HORIZON + 90 + car * 75;
    double size = 150 + car * 55;
    canvas.setColor(new Color(0, 0, 0, 70));
    canvas.fill(new Ellipse2D.Double(x - size * 0.6, y - size * 0.02, size * 1.2, size * 0.14));
    canvas.setColor(CLOTHES[(car * 2 + camera) % CLOTHES.length].brighter());
    canvas.fill(
        new RoundRectangle2D.Double(
            x - size * 0.58, y - size * 0.30, size * 1.16, size * 0.28, size * 0.1, size * 0.1));
    canvas.fill(
        new RoundRectangle2D.Double(
            x - size * 0.34, y - size * 0.50, size * 0.68, size * 0.28, size * 0.2, size * 0.2));
    canvas.setColor(new Color(0xbfd3e0));
    canvas.fill(
        new RoundRectangle2D.Double(
            x - size * 0.28, y - size * 0.46, size * 0.56, size * 0.15, size * 0.1, size * 0.1));
    canvas.setColor(new Color(0x1b1d20));
    canvas.fill(new Ellipse2D.Double(x - size * 0.42, y - size * 0.14, size * 0.22, size * 0.22));
    canvas.fill(new Ellipse2D.Double(x + size * 0.20, y - size * 0.14, size * 0.22, size * 0.22));
  }

  private void paintWords(Graphics2D canvas, int frame) {
    canvas.setColor(new Color(0, 0, 0, 150));
    canvas.fillRect(0, 0, ClipMaker.WIDTH, 52);
    canvas.setColor(Color.WHITE);
    canvas.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 28));
    canvas.drawString(camera + "  " + scene.title, 20, 37);
    canvas.setFont(new Font(Font.MONOSPACED, Font.BOLD, 28));
    double seconds = (double) frame / ClipMaker.RATE;
    canvas.drawString(
        String.format(Locale.ROOT, "00:00:%05.2f  frame %04d", seconds, frame), 800, 37);
  }

  private static void paintBits(Graphics2D canvas, int frame) {
    int top = ClipMaker.HEIGHT - BLOCK_HEIGHT;
    canvas.setColor(Color.BLACK);
    canvas.fillRect(0, top, ClipMaker.WIDTH, BLOCK_HEIGHT);
    canvas.setColor(Color.WHITE);
    for (int bit = 0; bit < BITS; bit++) {
      if ((frame >> (BITS - 1 - bit) & 1) == 1) {
        canvas.fillRect(BLOCKS_X + bit * BLOCK, top, BLOCK, BLOCK_HEIGHT);
      }
    }
  }
}
