package org.lynceus.simulator.clip;

import java.awt.Color;

/**
 * The eight places the simulated cameras look at: colours of the picture and who moves through it.
 * Camera number = ordinal + 1.
 */
enum Scene {
  CORRIDOR("Corridor", new Color(0x8d9aa5), new Color(0x5b6670), 2, 0, true),
  GATE("Gate", new Color(0x9fc1dd), new Color(0x6f7468), 1, 1, false),
  CAR_PARK("Car park", new Color(0xb3c3cf), new Color(0x4f5357), 1, 3, false),
  ENTRANCE_HALL("Entrance hall", new Color(0xd9cfbd), new Color(0xa08f78), 4, 0, true),
  LOADING_DOCK("Loading dock", new Color(0x7f858b), new Color(0x63605a), 2, 2, false),
  SERVER_ROOM("Server room", new Color(0x26323d), new Color(0x39444d), 1, 0, true),
  COURTYARD("Courtyard", new Color(0xa9cbe6), new Color(0x6d8a55), 3, 0, false),
  STAIRS("Stairs", new Color(0xb9b3aa), new Color(0x7c756b), 2, 0, true);

  final String title;
  final Color far;
  final Color floor;
  final int people;
  final int cars;
  final boolean indoor;

  Scene(String title, Color far, Color floor, int people, int cars, boolean indoor) {
    this.title = title;
    this.far = far;
    this.floor = floor;
    this.people = people;
    this.cars = cars;
    this.indoor = indoor;
  }
}
