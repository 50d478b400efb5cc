import { describe, expect, it } from 'vitest';
import { degreesOf, metresOf, placeOf, planeOf, reachOf } from './plane';

const base = { id: 'm', siteId: 's', name: 'm', version: 1 };

describe('planes', () => {
  it('knows where degrees are in the square of the world', () => {
    expect(placeOf(0, 0)).toEqual([0.5, 0.5]);
    expect(placeOf(85.0511287798, -180)[1]).toBeCloseTo(0, 9);
    expect(placeOf(90, 200)).toEqual([1, 0]);
    // The Brandenburg Gate is in the tile 17/70406/42987, an example of OpenStreetMap's page about the names of tiles.
    const gate = placeOf(52.51628011262304, 13.37771496361961);
    expect(gate.map((one) => Math.floor(one * 2 ** 17))).toEqual([70406, 42987]);
  });

  it('gives back the degrees of a place', () => {
    for (const [latitude, longitude] of [[52.5, 13.4], [-33.9, 151.2], [0, -179.9], [84.9, 0]] as const) {
      const back = degreesOf(...placeOf(latitude, longitude));
      expect(back.latitude).toBeCloseTo(latitude, 9);
      expect(back.longitude).toBeCloseTo(longitude, 9);
    }
  });

  it('knows how long a metre is there', () => {
    const [, y] = placeOf(60, 0);
    expect(reachOf(100, y)).toBeCloseTo(100 / 40_075_016.686 / 0.5, 12);
    expect(metresOf(reachOf(50, y), y)).toBeCloseTo(50, 9);
  });

  it('has a plane for a picture, for a geographic map, and none for a map that waits for its picture', () => {
    expect(planeOf(base)).toBeUndefined();
    const picture = planeOf({ ...base, picture: { type: 'image/png', width: 200, height: 100, digest: '' } });
    expect(picture?.at(0.5, 0.5)).toEqual([-50, 100]);
    expect(picture?.aspect).toBe(2);
    const world = planeOf({ ...base, start: { latitude: 52.5, longitude: 13.4, zoom: 12 } });
    const [latitude, longitude] = world?.at(...(world.middle)) ?? [0, 0];
    expect(latitude).toBeCloseTo(52.5, 9);
    expect(longitude).toBeCloseTo(13.4, 9);
    expect(world?.span).toBe(4 / 4096);
  });
});
