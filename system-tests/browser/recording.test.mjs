import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { ADMIN, browser, call, check, ensureRecordedCamera, eventually, openPage, OPERATOR, signIn } from './support.mjs';

const TEMPLATE = 'Browser test template';
const PLAN = 'Browser test plan';
let page;
let channel;

before(async () => {
  page = await openPage();
  await signIn(page, ADMIN, '/devices');
  channel = await ensureRecordedCamera(page);
  await removeAll('recording-plans', PLAN);
  await removeAll('time-templates', TEMPLATE);
});
after(() => browser.close());

async function named(kind, name) {
  const { body } = await call(page, 'GET', `/api/v1/${kind}`);
  return body.items.filter((item) => item.name === name);
}

async function removeAll(kind, name) {
  for (const item of await named(kind, name)) {
    const { status } = await call(page, 'DELETE', `/api/v1/${kind}/${item.id}`, undefined, { 'If-Match': `"${item.version}"` });
    assert.equal(status, 204);
  }
}

const bar = (day) => page.locator(`.ly-week-bar[data-day=${day}]`);

check('a week is painted, typed and copied', () => page, async () => {
  await page.goto('/schedules?add=1');
  await page.getByLabel('Name', { exact: true }).fill(TEMPLATE);
  const box = await bar('MONDAY').boundingBox();
  const at = (hour) => box.x + 1 + ((box.width - 2) * hour) / 24;
  await page.mouse.move(at(8.1), box.y + 10);
  await page.mouse.down();
  await page.mouse.move(at(11.9), box.y + 10, { steps: 5 });
  await page.mouse.up();
  assert.equal(await page.getByLabel('Periods of Mon').inputValue(), '08:00–12:00');
  await page.getByLabel('Periods of Tue').fill('9-12:30, 13:15:30-24');
  await page.getByLabel('Periods of Tue').press('Enter');
  assert.equal(await page.getByLabel('Periods of Tue').inputValue(), '09:00–12:30, 13:15:30–24:00');
  await page.getByLabel('Periods of Wed').fill('noon');
  await page.getByText('Not periods.').waitFor();
  await page.getByLabel('Periods of Wed').press('Escape');
  await page.getByRole('button', { name: 'Copy Mon to…' }).click();
  await page.getByRole('menuitem', { name: 'Weekend' }).click();
  assert.equal(await page.getByLabel('Periods of Sun').inputValue(), '08:00–12:00');
  await page.getByRole('button', { name: 'Add special day' }).click();
  await page.getByLabel('Name of the special day').fill('Inventory');
  await page.getByRole('button', { name: 'Save' }).click();
  const [saved] = await eventually('the template is stored', async () => {
    const found = await named('time-templates', TEMPLATE);
    return found.length > 0 ? found : undefined;
  });
  assert.deepEqual(saved.week.MONDAY, [{ from: '08:00', to: '12:00' }]);
  assert.deepEqual(saved.week.TUESDAY.map((p) => p.to), ['12:30', '24:00']);
  assert.deepEqual(saved.week.WEDNESDAY ?? [], []);
  assert.equal(saved.holidays[0].name, 'Inventory');
});

check('a week is painted with the keyboard alone', () => page, async () => {
  const [template] = await named('time-templates', TEMPLATE);
  await page.goto(`/schedules?id=${template.id}`);
  await bar('MONDAY').focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowRight');
  await page.waitForFunction(() => document.querySelector('input[aria-label="Periods of Thu"]').value === '00:00–00:30');
});

check('a plan follows the template, which then cannot be removed', () => page, async () => {
  await page.goto('/recording?plan=new');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill(PLAN);
  await dialog.getByLabel('Time template').selectOption({ label: TEMPLATE });
  await dialog.getByLabel('Kind').selectOption({ label: 'Motion' });
  await dialog.getByLabel('Seconds before').fill('31');
  await dialog.getByPlaceholder('Find a camera').fill('browser test');
  await dialog.getByRole('checkbox', { name: 'Browser test camera' }).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByText('Whole seconds').waitFor();
  await dialog.getByLabel('Seconds before').fill('5');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('row', { name: new RegExp(PLAN) }).getByRole('link', { name: TEMPLATE }).click();
  await page.getByRole('link', { name: PLAN }).waitFor();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('alert').getByText(PLAN).waitFor();
  await page.goto('/recording?tab=channels');
  await page.getByRole('row', { name: /Browser test camera/ }).getByText(PLAN).waitFor();
});

check('retention is set and shown again', () => page, async () => {
  const open = () => page.getByRole('row', { name: /Browser test camera/ }).getByRole('button', { name: 'Retention…' }).click();
  await page.goto('/recording?tab=channels');
  await open();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Delete after (days)').fill('0');
  await dialog.getByText('Whole days from 1').waitFor();
  await dialog.getByLabel('Delete after (days)').fill('400');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await open();
  await page.waitForFunction(() => [...document.querySelectorAll('[role=dialog] input')].some((i) => i.value === '400'));
  await page.keyboard.press('Escape');
});

check('recording by hand starts and ends in the pane', () => page, async () => {
  await page.goto(`/live?n=1&c=${channel}`);
  await page.locator('.ly-pane video[data-status=playing]').waitFor({ timeout: 30_000 });
  const manual = async () => (await call(page, 'GET', `/api/v1/channels/${channel}/recording`)).body.manualUntil;
  await page.locator('.ly-pane').hover();
  await page.getByRole('button', { name: 'Record on the server for 10 min' }).click();
  await page.getByRole('button', { name: 'End recording by hand' }).waitFor();
  assert.ok((await manual()) !== undefined);
  await page.getByRole('button', { name: 'End recording by hand' }).click();
  await page.getByRole('button', { name: 'Record on the server for 10 min' }).waitFor();
  assert.equal((await manual()) ?? null, null);
});

check('a moment is tagged and found by its words', () => page, async () => {
  const name = `Van at the gate ${Date.now()}`;
  const at = new Date(Date.now() - 15_000).toISOString();
  await page.goto(`/playback?channel=${channel}&t=${at}`);
  await page.locator('.ly-playback-picture[data-phase=ready]').waitFor({ timeout: 30_000 });
  await page.keyboard.press('t');
  await page.getByRole('dialog').getByLabel('Name').fill(name);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.goto('/recording?tab=tags');
  await page.getByPlaceholder('Find a tag').fill(name.slice(-9));
  const row = page.getByRole('row', { name: new RegExp(name) });
  await row.getByRole('link').click();
  await page.waitForURL((url) => url.pathname === '/playback' && url.searchParams.get('channel') === channel);
  await page.goBack();
  await row.getByRole('button', { name: 'Delete' }).click();
  await row.waitFor({ state: 'detached' });
});

check('a range is locked with a reason and unlocked with another', () => page, async () => {
  const reason = `Accident ${Date.now()}`;
  const [from, to] = [new Date(Date.now() - 30_000).toISOString(), new Date(Date.now() - 20_000).toISOString()];
  await page.goto(`/playback?channel=${channel}&t=${from}&from=${from}&to=${to}`);
  await page.getByRole('button', { name: 'Lock…' }).click();
  const dialog = page.getByRole('dialog');
  const lock = dialog.getByRole('button', { name: 'Lock', exact: true });
  assert.equal(await lock.isEnabled(), false);
  await dialog.getByLabel('Reason (mandatory)').fill(reason);
  await lock.click();
  await dialog.waitFor({ state: 'detached' });
  await page.goto('/recording?tab=locks');
  const row = page.getByRole('row', { name: new RegExp(reason) });
  await row.getByRole('button', { name: 'Unlock' }).click();
  await dialog.getByLabel('Reason').fill('settled');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await row.waitFor({ state: 'detached' });
});

check('an operator reads plans and templates but changes none', () => page, async () => {
  const operator = await openPage();
  await signIn(operator, OPERATOR, '/recording');
  await operator.getByRole('row', { name: new RegExp(PLAN) }).waitFor();
  assert.equal(await operator.getByRole('button', { name: /Add plan|Edit|Delete/ }).count(), 0);
  await operator.goto('/schedules');
  await operator.locator('.ly-week').waitFor();
  assert.equal(await operator.getByRole('button', { name: /Add template|Save|Delete/ }).count(), 0);
  await operator.context().close();
});

check('plans and templates are removed', () => page, async () => {
  await page.goto('/recording');
  await page.getByRole('row', { name: new RegExp(PLAN) }).getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('row', { name: new RegExp(PLAN) }).waitFor({ state: 'detached' });
  const [template] = await named('time-templates', TEMPLATE);
  await page.goto(`/schedules?id=${template.id}`);
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: new RegExp(TEMPLATE) }).waitFor({ state: 'detached' });
});
