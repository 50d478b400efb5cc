// Adds the simulated cameras that are not there yet through the REST interface, and records the first four.
const {LYNCEUS_URL, LYNCEUS_TOKEN, LYNCEUS_SIM_PORT, LYNCEUS_SIM_PASSWORD} = process.env;
const names = ['Corridor', 'Gate', 'Car park', 'Entrance hall', 'Loading dock', 'Server room', 'Courtyard', 'Stairs'];
const recorded = 4;

async function call(method, path, body, headers = {}) {
  const answer = await fetch(`${LYNCEUS_URL}/api/v1${path}`, {
    method,
    headers: {
      accept: 'application/json',
      'x-requested-with': 'lynceus',
      authorization: `Bearer ${LYNCEUS_TOKEN}`,
      ...(body ? {'content-type': 'application/json'} : {}),
      ...headers,
    },
    body: body ? JSON.stringify(body) : undefined,
  });
  const text = await answer.text();
  if (!answer.ok) {
    throw new Error(`${method} ${path} answered ${answer.status}: ${text.slice(0, 500)}`);
  }
  return {etag: answer.headers.get('etag'), value: text ? JSON.parse(text) : undefined};
}

async function devicesByUrl() {
  const found = new Map();
  for (let after; ; ) {
    const {value} = await call('GET', `/devices?limit=1000${after ? `&after=${encodeURIComponent(after)}` : ''}`);
    value.items.forEach((device) => found.set(device.url, device));
    if (!value.next) return found;
    after = value.next;
  }
}

async function record(channel) {
  const path = `/channels/${channel.id}/recording`;
  const {etag, value} = await call('GET', path);
  if (!value.enabled) {
    await call('PUT', path, {enabled: true}, {'if-match': etag});
  }
}

const known = await devicesByUrl();
for (const [index, name] of names.entries()) {
  const url = `rtsp://127.0.0.1:${LYNCEUS_SIM_PORT}/camera/${index + 1}`;
  const old = known.get(url);
  const device =
    old ?? (await call('POST', '/devices', {name, url, username: 'camera', password: LYNCEUS_SIM_PASSWORD})).value;
  if (index < recorded && !old) {
    for (const channel of device.channels) await record(channel);
  }
}
