// `./lynceus audit verify [--head <number>:<hex>]`: asks the application to verify the audit log. Exit code 0: intact.
import { execFileSync } from 'node:child_process';

const { LYNCEUS_COMMAND, LYNCEUS_URL, LYNCEUS_HOME } = process.env;
const [, ...options] = process.argv.slice(2);
let head = '';
while (options.length > 0) {
  const option = options.shift();
  if (option !== '--head' || options.length === 0) fail(`unknown option ${option} (--head <number>:<hex>)`);
  head = options.shift();
}

const token = execFileSync(LYNCEUS_COMMAND, ['token'], { encoding: 'utf8', env: { ...process.env, LYNCEUS_HOME } }).trim();
const answer = await fetch(`${LYNCEUS_URL}/api/v1/audit-entries/verification?head=${encodeURIComponent(head)}`, {
  headers: { Authorization: `Bearer ${token}`, Accept: 'application/json' },
}).catch((error) => fail(`the application does not answer: ${error.message}`));
const report = await answer.json();
if (!answer.ok) fail(report.detail ?? report.title ?? `HTTP ${answer.status}`);

console.log(`${report.entries} entries are as they were written, ${report.waiting} wait for their seal.`);
if (report.older > 0) console.log(`${report.older} entries are older than the chain; nothing vouches for them.`);
console.log(`Head of the chain, to be written down: ${report.head}`);
if (!report.intact) {
  console.error(`NOT INTACT (${report.finding.kind}): ${report.finding.text}`);
  process.exit(1);
}
console.log('The audit log is intact.');

function fail(text) {
  console.error(`lynceus: ${text}`);
  process.exit(2);
}
