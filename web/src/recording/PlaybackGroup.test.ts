import { beforeEach, describe, expect, test } from 'vitest';
import { PlaybackGroup, type GroupStatus, type Member } from './PlaybackGroup';
import { IDLE, type PlaybackStatus } from './playbackStatus';
import type { Recorded } from './spans';

/** A player that is at once where it is sent, and runs by its own clock. */
class FakePlayer implements Member {
  status: PlaybackStatus = IDLE;
  seeks: number[] = [];
  factor = 1;
  loads = false;
  seek(at: number, play: boolean): void {
    this.seeks.push(at);
    this.status = { ...this.status, phase: this.loads ? 'loading' : 'ready', at, playing: play };
  }
  play(): void {
    this.status = { ...this.status, playing: true };
  }
  pause(): void {
    this.status = { ...this.status, playing: false };
  }
  setRate(rate: number): void {
    this.status = { ...this.status, rate };
  }
  nudge(factor: number): void {
    this.factor = factor;
  }
  step(frames: number): void {
    this.status = { ...this.status, at: this.status.at + frames * 40 };
  }
  run(millis: number): void {
    if (this.status.playing && this.status.phase === 'ready') this.status = { ...this.status, at: this.status.at + millis * this.status.rate * this.factor };
  }
}

const recorded = (...spans: [number, number][]): Recorded => ({ spans: spans.map(([from, to]) => ({ from, to })), gaps: [] });
let now = 0;
let shown: GroupStatus;
let group: PlaybackGroup;
let players: FakePlayer[];

const settle = () => new Promise((resolve) => setImmediate(resolve));
async function start(...what: Recorded[]): Promise<void> {
  players = what.map(() => new FakePlayer());
  what.forEach((r, i) => group.add(`p${i}`, players[i]!, () => Promise.resolve(r)));
}
async function run(millis: number): Promise<void> {
  for (let passed = 0; passed < millis; passed += 100) {
    now += 100;
    for (const player of players) player.run(100);
    group.tick();
    await settle();
  }
}

beforeEach(() => {
  now = 0;
  group = new PlaybackGroup((status) => (shown = status), () => now);
});

describe('several panes', () => {
  test('are brought to the same time and run with one clock', async () => {
    await start(recorded([0, 1e6]), recorded([0, 1e6]));
    group.seek(100_000, true);
    await run(1_000);
    expect(players.map((p) => p.seeks)).toEqual([[100_000], [100_000]]);
    await run(2_000);
    expect(shown.phase).toBe('ready');
    for (const player of players) expect(Math.abs(player.status.at - shown.at)).toBeLessThan(100);
  });

  test('that drift are corrected by speed, far off ones by a seek', async () => {
    await start(recorded([0, 1e6]), recorded([0, 1e6]));
    group.seek(100_000, true);
    await run(4_000);
    players[1]!.status = { ...players[1]!.status, at: shown.at - 300 };
    await run(200);
    expect(players[1]!.factor).toBeGreaterThan(1);
    expect(players[1]!.factor).toBeLessThanOrEqual(1.05);
    const before = players[1]!.seeks.length;
    players[1]!.status = { ...players[1]!.status, at: shown.at - 900 };
    await run(200);
    expect(players[1]!.seeks.length).toBe(before + 1);
  });

  test('wait for one that loads, but not for ever', async () => {
    await start(recorded([0, 1e6]), recorded([0, 1e6]));
    players[1]!.loads = true;
    group.seek(100_000, true);
    await run(3_000);
    expect(shown.at).toBeLessThan(100_500);
    await run(5_000);
    expect(shown.at).toBeGreaterThan(101_000);
  });

  test('run on while one has a gap, which is ready when its time comes', async () => {
    await start(recorded([0, 1e6]), recorded([0, 101_000], [104_000, 1e6]));
    group.seek(100_000, true);
    await run(2_500);
    expect(shown.gaps.get('p1')).toEqual({ from: 100_999, to: 104_000 });
    expect(players[1]!.seeks.at(-1)).toBe(104_000);
    expect(players[1]!.status.playing).toBe(false);
    await run(3_000);
    expect(shown.gaps.size).toBe(0);
    expect(players[1]!.status.playing).toBe(true);
    expect(Math.abs(players[1]!.status.at - shown.at)).toBeLessThan(500);
  });

  test('jump when all have a gap, forwards and backwards', async () => {
    await start(recorded([0, 100_000], [200_000, 300_000]), recorded([0, 90_000], [210_000, 300_000]));
    group.seek(150_000, true);
    await run(500);
    expect(shown.skip).toMatchObject({ from: 150_000, to: 200_000 });
    group.setRate(-4);
    group.seek(150_000, true);
    await run(500);
    expect(shown.skip).toMatchObject({ from: 150_000, to: 99_999 });
  });

  test('end after the last recording', async () => {
    await start(recorded([0, 1_000]), recorded());
    group.seek(5_000, true);
    await run(500);
    expect(shown.phase).toBe('end');
  });

  test('step together', async () => {
    await start(recorded([0, 1e6]), recorded([0, 1e6]));
    group.seek(100_000, false);
    await run(500);
    group.step(-2);
    expect(shown.at).toBe(99_920);
    expect(shown.playing).toBe(false);
  });
});

test('a single pane leads itself', async () => {
  await start(recorded());
  group.seek(7_000, true);
  players[0]!.status = { ...players[0]!.status, at: 8_000, skip: { from: 7_000, to: 8_000, reason: undefined } };
  group.changed();
  expect(shown).toMatchObject({ at: 8_000, skip: { to: 8_000 } });
  await run(1_000);
  expect(players[0]!.seeks).toEqual([7_000]);
});

test('a pane that is added goes where the others are', async () => {
  await start(recorded([0, 1e6]));
  group.seek(50_000, true);
  group.changed();
  const late = new FakePlayer();
  players.push(late);
  group.add('late', late, () => Promise.resolve(recorded([0, 1e6])));
  await run(600);
  expect(late.seeks[0]).toBeGreaterThanOrEqual(50_000);
});
