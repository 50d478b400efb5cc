// Checks the volumes of the running node against the index, or makes the index anew from the disks. Exit code 0: clean.
import {execFileSync} from 'node:child_process';

const {LYNCEUS_URL, LYNCEUS_NODE, LYNCEUS_COMMAND} = process.env;
const [command, ...options] = process.argv.slice(2);

// A token lasts ten minutes, a check of a large volume longer: a new one every five.
let current = {text: '', until: 0};
function token() {
  if (Date.now() > current.until) {
    current = {text: execFileSync(LYNCEUS_COMMAND, ['token'], {encoding: 'utf8'}).trim(), until: Date.now() + 300_000};
  }
  return current.text;
}

async function call(method, path, body) {
  const answer = await fetch(`${LYNCEUS_URL}/api/v1${path}`, {
    method,
    headers: {
      accept: 'application/json',
      'x-requested-with': 'lynceus',
      authorization: `Bearer ${token()}`,
      ...(body ? {'content-type': 'application/json'} : {}),
    },
    body: body ? JSON.stringify(body) : undefined,
  });
  const value = await answer.json();
  if (!answer.ok) throw new Error(value.detail ?? `${method} ${path} answered ${answer.status}`);
  return value;
}

async function finished(job) {
  let shown = '';
  while (job.state === 'QUEUED' || job.state === 'RUNNING') {
    const line = `  ${job.state.toLowerCase()} ${job.done} files`;
    if (process.stdout.isTTY && line !== shown) process.stdout.write(`\r${line}`);
    shown = line;
    await new Promise((done) => setTimeout(done, 300));
    job = await call('GET', `/jobs/${job.id}`);
  }
  if (process.stdout.isTTY) process.stdout.write('\r');
  return job;
}

let bad = false;
const {items} = await call('GET', '/volumes');
for (const volume of items.filter((one) => one.node === LYNCEUS_NODE)) {
  const repair = options.includes('--repair');
  const deep = options.includes('--deep');
  const ordered =
    command === 'rebuild'
      ? await call('POST', `/volumes/${volume.id}/rebuild`)
      : await call('POST', `/volumes/${volume.id}/check`, {repair, deep});
  const job = await finished(ordered);
  if (job.state !== 'SUCCEEDED') {
    console.log(`${volume.directory}: ${job.state.toLowerCase()}: ${job.reason?.text ?? ''}`);
    bad = true;
    continue;
  }
  const {files, count, repaired, findings} = job.check;
  console.log(`${volume.directory}: ${files} files, ${count} findings, ${repaired} repaired`);
  for (const found of findings) {
    console.log(`  ${found.repaired ? 'repaired' : 'left    '}  ${found.code}  ${found.path}  ${found.detail}`);
  }
  if (findings.length < count) console.log(`  and ${count - findings.length} more`);
  if (count > repaired) bad = true;
}
process.exitCode = bad ? 1 : 0;
