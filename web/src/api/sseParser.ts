export interface ServerEvent {
  id: string | undefined;
  event: string;
  data: string;
}

/**
 * Reads the text of an event stream (WHATWG HTML, section 9.2.6) chunk by chunk. Comments keep the connection
 * alive but are no events; an event without data is passed on, because `ping` and `resync` carry none.
 */
export class SseParser {
  #buffer = '';
  #id: string | undefined;
  #event = '';
  #data: string[] = [];
  #seen = false;
  #first = true;

  push(chunk: string): ServerEvent[] {
    this.#buffer += this.#first ? chunk.replace(/^\uFEFF/, '') : chunk;
    if (chunk.length > 0) this.#first = false;
    const events: ServerEvent[] = [];
    for (;;) {
      const end = this.#buffer.search(/\r\n|\n|\r/);
      if (end < 0) break;
      const isCarriageReturn = this.#buffer[end] === '\r';
      if (isCarriageReturn && end === this.#buffer.length - 1) break;
      const line = this.#buffer.slice(0, end);
      this.#buffer = this.#buffer.slice(end + (this.#buffer.startsWith('\r\n', end) ? 2 : 1));
      const event = this.#line(line);
      if (event !== undefined) events.push(event);
    }
    return events;
  }

  #line(line: string): ServerEvent | undefined {
    if (line === '') return this.#dispatch();
    const colon = line.indexOf(':');
    if (colon === 0) return undefined;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') this.#data.push(value);
    else if (field === 'event') this.#event = value;
    else if (field === 'id' && !value.includes('\0')) this.#id = value;
    else return undefined;
    this.#seen = true;
    return undefined;
  }

  #dispatch(): ServerEvent | undefined {
    const event = { id: this.#id, event: this.#event || 'message', data: this.#data.join('\n') };
    const complete = this.#seen && (this.#event !== '' || this.#data.length > 0);
    this.#id = undefined;
    this.#event = '';
    this.#data = [];
    this.#seen = false;
    return complete ? event : undefined;
  }
}
