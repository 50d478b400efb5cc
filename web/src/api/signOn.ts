import type { Reason } from './types';

/**
 * Whether this browser has a session, shared by every call and every tab. A lost session never takes the page
 * away: the shell shows a bar, and a sign-in in another tab brings everything back.
 */
export type SignOnState = 'unknown' | 'signed-in' | 'signed-out';

const CHANNEL = 'lynceus-sign-on';
const RETURN_KEY = 'lynceus.return';
const LOGIN = '/api/v1/session/login';

/** How long a session outlives its last answer: the access token of a browser that slept has run out by then. */
const SILENCE = 5 * 60_000;

/** Minutes for which a browser heard nothing of the center, when that is why its session is over. */
export function asleepFor(heard: number | undefined, now: number): number | undefined {
  return heard !== undefined && now - heard >= SILENCE ? Math.round((now - heard) / 60_000) : undefined;
}

class SignOn {
  #state: SignOnState = 'unknown';
  #cameBack = false;
  #ended: Reason | undefined;
  #heard: number | undefined;
  #asleep: number | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #tabs = new BroadcastChannel(CHANNEL);

  constructor() {
    this.#tabs.onmessage = ({ data }: MessageEvent<'signed-in' | Reason>) => {
      if (data === 'signed-in') this.#set('signed-in');
      else this.#set('signed-out', data);
    };
  }

  get state(): SignOnState {
    return this.#state;
  }

  /** Why the center ended the session, when it did; known to all tabs. */
  get ended(): Reason | undefined {
    return this.#ended;
  }

  /** For how many minutes this browser heard nothing before it found itself signed out; undefined: that was not why. */
  get asleep(): number | undefined {
    return this.#asleep;
  }

  /** The center answered with what only who is signed in gets. */
  heard(): void {
    this.#heard = Date.now();
  }

  /** True when this page load went through the sign-in page: a missing session then is a failure, not a start. */
  get cameBack(): boolean {
    return this.#cameBack;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  found(): void {
    this.#set('signed-in');
  }

  /** There is no session any more; `ended` is why, when the center ended it. */
  lost(ended?: Reason): void {
    if (ended !== undefined && this.#ended === undefined) this.#tabs.postMessage(ended);
    if (this.#state !== 'signed-out') this.#asleep = asleepFor(this.#heard, Date.now());
    this.#set('signed-out', this.#ended ?? ended);
  }

  /** Goes to the sign-in page in this tab and comes back to where the user is. */
  leaveToSignIn(): void {
    sessionStorage.setItem(RETURN_KEY, window.location.pathname + window.location.search);
    window.location.assign(LOGIN);
  }

  /** Signs in beside the page, which keeps running. Returns false when the browser blocked the window. */
  signInBeside(): boolean {
    return window.open(LOGIN, 'lynceus-sign-in', 'popup,width=520,height=680') !== null;
  }

  /** Called by `/signed-in`: tells the other tabs and names the page to go back to, if this tab came from one. */
  arrive(): string | null {
    this.#cameBack = true;
    this.#tabs.postMessage('signed-in');
    const back = sessionStorage.getItem(RETURN_KEY);
    sessionStorage.removeItem(RETURN_KEY);
    return back !== null && back.startsWith('/') && !back.startsWith('//') ? back : null;
  }

  #set(state: SignOnState, ended?: Reason): void {
    if (this.#state === state && this.#ended === ended) return;
    this.#state = state;
    this.#ended = ended;
    this.#listeners.forEach((listener) => listener());
  }
}

/** The reason in an answer that refuses a session which the center ended. */
export async function whyEnded(response: Response): Promise<Reason | undefined> {
  if (!(response.headers.get('Content-Type') ?? '').includes('json')) return undefined;
  const body = (await response.json()) as { reason?: Reason };
  return body.reason;
}

export const signOn = new SignOn();
