import type { ProblemBody, Reason } from './types';

const PREFIX = 'urn:lynceus:problem:';

/** What the server refused and why (RFC 9457), or that it did not answer at all (status 0, code `network`). */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly correlationId: string | undefined;
  /** What a camera or volume answered, when that is why. */
  readonly reason: Reason | undefined;
  /** Sentence per field; the field is the last part of the server's pointer. */
  readonly fields: ReadonlyMap<string, string>;

  constructor(status: number, body: Partial<ProblemBody>) {
    super(body.detail ?? body.title ?? `HTTP ${status}`);
    this.name = 'Problem';
    this.status = status;
    this.code = codeOf(body.type, status);
    this.detail = body.detail ?? body.title ?? '';
    this.correlationId = body.correlationId;
    this.reason = body.reason;
    this.fields = new Map((body.errors ?? []).map((e) => [fieldOf(e.pointer), e.detail]));
  }

  static unreachable(cause: unknown): Problem {
    const problem = new Problem(0, { type: `${PREFIX}network` });
    problem.cause = cause;
    return problem;
  }
}

function codeOf(type: string | undefined, status: number): string {
  if (type?.startsWith(PREFIX)) return type.slice(PREFIX.length);
  return `http-${status}`;
}

function fieldOf(pointer: string): string {
  return pointer.split('/').pop() ?? '';
}
