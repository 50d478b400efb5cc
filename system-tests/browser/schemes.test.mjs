// The editor of alarm schemes: events are found in the catalogue, by category and by name, in both languages.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { ADMIN, browser, call, check, openPage, signIn, violations } from './support.mjs';

const SCHEME = 'Scheme of the browser test';
let page;
const schemes = async () => (await call(page, 'GET', '/api/v1/alarm-schemes')).body.items.filter((one) => one.name === SCHEME);
const removeSchemes = async () => {
  for (const scheme of await schemes()) {
    await call(page, 'DELETE', `/api/v1/alarm-schemes/${scheme.id}`, undefined, { 'If-Match': `"${scheme.version}"` });
  }
};

before(async () => {
  page = await openPage();
  await signIn(page, ADMIN, '/alarm-schemes');
  await removeSchemes();
});
async function open(name) {
  await page.getByRole('button', { name: 'Add scheme' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add scheme' });
  await dialog.getByLabel('Name', { exact: true }).fill(name);
  return dialog;
}

after(async () => {
  await removeSchemes();
  await browser.close();
});

check('events of a scheme are chosen from the catalogue', () => page, async () => {
  await page.getByRole('button', { name: 'Add scheme' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill(SCHEME);
  await dialog.getByRole('searchbox', { name: 'Find an event' }).fill('door');
  await dialog.getByRole('checkbox', { name: 'Door forced open' }).check();
  await dialog.getByRole('searchbox', { name: 'Find an event' }).fill('door forced');
  assert.deepEqual(await violations(page), []);
  await dialog.getByRole('searchbox', { name: 'Find an event' }).fill('nothing like it');
  await dialog.getByText('No event has this name.').waitFor();
  await dialog.getByRole('searchbox', { name: 'Find an event' }).fill('');
  await dialog.getByText('Alarm panels and attacks').click();
  await dialog.getByRole('checkbox', { name: 'Panic alarm' }).check();
  await dialog.getByText('Events: 2 chosen').waitFor();
  await dialog.getByText('Door forced open, Panic alarm').waitFor();
  await dialog.getByRole('checkbox', { name: 'The center itself' }).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  assert.deepEqual((await schemes()).map((one) => one.types), [['DOOR_FORCED', 'PANIC']]);
});

check('what events have to say is asked for and kept', () => page, async () => {
  await removeSchemes();
  const dialog = await open(SCHEME);
  await dialog.getByText('Alarm panels and attacks').click();
  await dialog.getByRole('checkbox', { name: 'Panic alarm' }).check();
  await dialog.getByRole('checkbox', { name: 'The center itself' }).check();
  await dialog.getByRole('button', { name: 'Add a condition' }).click();
  const asked = dialog.getByRole('group', { name: 'Only if the event says' });
  await asked.getByLabel('Attribute', { exact: true }).fill('temperature');
  await asked.getByRole('combobox').selectOption('BETWEEN');
  const values = asked.getByLabel(/^Values/);
  await values.fill('60, hot');
  assert.equal(await values.getAttribute('aria-invalid'), 'true');
  assert.ok(await dialog.getByRole('button', { name: 'Save' }).isDisabled());
  await values.fill('60, 200');
  assert.deepEqual(await violations(page), []);
  await asked.scrollIntoViewIfNeeded();
  await page.screenshot({ path: `${process.env.LYNCEUS_ARTIFACTS ?? 'target/browser'}/schemes-condition.png` });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  assert.deepEqual((await schemes()).map((one) => one.conditions), [[{ attribute: 'temperature', operator: 'BETWEEN', values: ['60', '200'] }]]);
});

check('an order of events is asked for, tried before it is stored, and kept', () => page, async () => {
  await removeSchemes();
  const dialog = await open(SCHEME);
  await dialog.getByText('Alarm panels and attacks').click();
  await dialog.getByRole('checkbox', { name: 'Panic alarm' }).check();
  await dialog.getByRole('checkbox', { name: 'The center itself' }).check();
  await dialog.getByRole('checkbox', { name: 'Only after other events' }).check();
  const before = dialog.getByRole('group', { name: /only if one of the events below/ });
  assert.ok(await dialog.getByRole('button', { name: 'Save' }).isDisabled());
  await before.getByLabel(/Less than this many seconds/).fill('45');
  await before.getByRole('searchbox', { name: 'Find an event' }).fill('door forced');
  await before.getByRole('checkbox', { name: 'Door forced open' }).check();
  await before.getByRole('checkbox', { name: 'The center itself' }).check();
  assert.deepEqual(await violations(page), []);
  await dialog.getByRole('button', { name: 'Try' }).click();
  const trial = page.getByRole('dialog', { name: `Try “${SCHEME}” on recorded events` });
  await trial.getByRole('button', { name: 'Try it' }).click();
  await trial.getByText(/Alarms: \d+\. Events: \d+/).waitFor();
  assert.deepEqual(await schemes(), []);
  await trial.getByRole('button', { name: 'Close' }).last().click();
  await trial.waitFor({ state: 'detached' });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  assert.deepEqual((await schemes()).map((one) => one.onlyAfter), [{ sources: [{ kind: 'CENTER' }], types: ['DOOR_FORCED'], seconds: 45 }]);
});

check('the editor speaks Chinese, also on a phone, and names the template that is built in', () => page, async () => {
  for (const [name, options] of [['wide', { viewport: { width: 1440, height: 1400 } }], ['zh', { language: 'zh' }], ['phone', { language: 'zh', viewport: { width: 390, height: 844 } }]]) {
    const other = await openPage(options);
    await signIn(other, ADMIN, '/alarm-schemes');
    const english = options.language !== 'zh';
    const row = other.getByRole('row', { name: new RegExp(SCHEME) });
    if (!english) await row.getByText('全天').waitFor();
    await row.getByRole('button', { name: english ? 'Change scheme' : '修改方案' }).click();
    const part = other.getByRole('group', { name: english ? /only if one of the events below/ : /只有在下列事件之一/ });
    await part.scrollIntoViewIfNeeded();
    await part.getByText(english ? 'Door forced open' : '强行闯入').first().waitFor();
    assert.deepEqual(await violations(other), []);
    await other.screenshot({ path: `${process.env.LYNCEUS_ARTIFACTS ?? 'target/browser'}/schemes-after-${name}.png` });
    assert.deepEqual(other.complaints, []);
    await other.context().close();
  }
});
