/** How fast a camera is to move: right, up and closer are positive, 1 is full speed. */
export interface Motion {
  pan: number;
  tilt: number;
  zoom: number;
}

export const STILL: Motion = { pan: 0, tilt: 0, zoom: 0 };

/** The server ends a movement after five seconds; ordered again well before. */
const REPEAT_MS = 2_000;

export function isStill(motion: Motion): boolean {
  return motion.pan === 0 && motion.tilt === 0 && motion.zoom === 0;
}

function same(one: Motion, other: Motion): boolean {
  return one.pan === other.pan && one.tilt === other.tilt && one.zoom === other.zoom;
}

/**
 * Orders movements one after the other: one request at a time, the newest wish wins, a movement is ordered again while
 * it is held, and standing still is always the last word. After a failure nothing is ordered until the next wish; the
 * camera then stops by itself.
 */
export class PtzOrders {
  private wanted = STILL;
  private ordered = STILL;
  private busy = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly send: (motion: Motion) => Promise<unknown>,
    private readonly failed: (error: unknown) => void,
  ) {}

  hold(motion: Motion): void {
    this.wanted = motion;
    void this.order();
  }

  release(): void {
    this.hold(STILL);
  }

  private async order(): Promise<void> {
    if (this.busy || (isStill(this.wanted) && isStill(this.ordered))) return;
    clearTimeout(this.timer);
    this.busy = true;
    const motion = this.wanted;
    try {
      await this.send(motion);
      this.ordered = motion;
    } catch (error) {
      this.wanted = STILL;
      this.ordered = STILL;
      this.failed(error);
    } finally {
      this.busy = false;
    }
    if (!same(this.wanted, this.ordered)) void this.order();
    else if (!isStill(this.ordered)) this.timer = setTimeout(() => void this.order(), REPEAT_MS);
  }
}
