import type { Reason } from './types';

/**
 * Whether this browser has a session, shared by every call and every tab. A lost session never takes the page
 * away: the shell shows a bar, and a sign-in in another tab brings everything back.
 */
export type SignOnState = 'unknown' | 'signed-in' | 'signed-out';

const CHANNEL = 'lynceus-sign-on';
const RETURN_KEY = 'lynceus.return';
const LOGIN = '/api/v1/session/login';

class SignOn {
  #state: SignOnState = 'unknown';
  #cameBack = false;
  #ended: Reason | undefined;
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
