import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PtzOrders, STILL, type Motion } from './ptzOrders';

const RIGHT: Motion = { pan: 0.5, tilt: 0, zoom: 0 };
const UP: Motion = { pan: 0, tilt: 0.5, zoom: 0 };

/** A server that answers when the test lets it. */
function server() {
  const sent: Motion[] = [];
  const answers: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const failures: unknown[] = [];
  const orders = new PtzOrders(
    (motion) => {
      sent.push(motion);
      return new Promise<void>((resolve, reject) => answers.push({ resolve, reject }));
    },
    (error) => failures.push(error),
  );
  const settle = () => vi.advanceTimersByTimeAsync(0);
  return {
    orders, sent, failures,
    answer: () => { answers.shift()?.resolve(); return settle(); },
    fail: () => { answers.shift()?.reject(new Error('away')); return settle(); },
  };
}

describe('PtzOrders', () => {
  beforeEach(() => { vi.useFakeTimers(); });
  afterEach(() => { vi.useRealTimers(); });

  it('orders one movement at a time and the newest wish wins', async () => {
    const { orders, sent, answer } = server();
    orders.hold(RIGHT);
    orders.hold(UP);
    orders.release();
    orders.hold(UP);
    expect(sent).toEqual([RIGHT]);
    await answer();
    expect(sent).toEqual([RIGHT, UP]);
  });

  it('ends with standing still even when it was let go before the first answer', async () => {
    const { orders, sent, answer } = server();
    orders.hold(RIGHT);
    orders.release();
    await answer();
    await answer();
    expect(sent).toEqual([RIGHT, STILL]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(2);
  });

  it('orders again while it is held, because the server ends a movement by itself', async () => {
    const { orders, sent, answer } = server();
    orders.hold(RIGHT);
    await answer();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent).toEqual([RIGHT, RIGHT]);
    await answer();
    orders.release();
    await answer();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toEqual([RIGHT, RIGHT, STILL]);
  });

  it('tells a failure once and orders nothing until the next wish', async () => {
    const { orders, sent, failures, fail, answer } = server();
    orders.hold(RIGHT);
    await fail();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toEqual([RIGHT]);
    expect(failures).toHaveLength(1);
    orders.release();
    expect(sent).toEqual([RIGHT]);
    orders.hold(UP);
    await answer();
    expect(sent).toEqual([RIGHT, UP]);
  });
});
