import createClient, { type Middleware } from 'openapi-fetch';
import { Problem } from './problem';
import type { paths } from './schema';
import { learnServerTime } from './serverClock';
import { signOn, whyEnded } from './signOn';
import type { ProblemBody } from './types';

/** Sent with every call: the server answers JSON, never a redirect, and refuses a non-GET without the second (CSRF). */
export const CALL_HEADERS = { Accept: 'application/json', 'X-Requested-With': 'lynceus' } as const;

const watchSession: Middleware = {
  async onResponse({ response }) {
    learnServerTime(response.headers.get('Date'));
    if (response.ok) signOn.heard();
    if (response.status === 401) signOn.lost(await whyEnded(response.clone()));
    return undefined;
  },
};

export const api = createClient<paths>({ baseUrl: globalThis.location?.origin ?? '', headers: CALL_HEADERS });
api.use(watchSession);

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The data of a call, or a thrown {@link Problem}. */
export async function answer<T>(call: Promise<Answer<T>>): Promise<T> {
  return (await answerWithTag(call)).data;
}

/** As {@link answer}, with the ETag to send back as If-Match. */
export async function answerWithTag<T>(call: Promise<Answer<T>>): Promise<{ data: T; etag: string | null }> {
  let result: Answer<T>;
  try {
    result = await call;
  } catch (cause) {
    throw Problem.unreachable(cause);
  }
  if (!result.response.ok) throw new Problem(result.response.status, bodyOf(result.error));
  return { data: result.data as T, etag: result.response.headers.get('ETag') };
}

function bodyOf(error: unknown): Partial<ProblemBody> {
  return typeof error === 'object' && error !== null ? (error as Partial<ProblemBody>) : {};
}
