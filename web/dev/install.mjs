// Installs the locked packages, but only when the lock is newer than what is installed: a Maven build then
// pays for `npm ci` once, not every time.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync, utimesSync } from 'node:fs';

const installed = 'node_modules/.package-lock.json';
const changed = (file) => statSync(file).mtimeMs;

if (existsSync(installed) && changed(installed) >= changed('package-lock.json')) {
  console.log('npm packages are up to date');
} else {
  const run = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], { stdio: 'inherit' });
  if (run.status !== 0) process.exit(run.status ?? 1);
  const now = new Date();
  utimesSync(installed, now, now);
}
