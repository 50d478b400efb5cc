// The table of messages put aside on the page System. That messages get there, and what trying again and dropping do to them,
// DeadLetterIT shows with real ones; here the answers of the API are made up.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { ADMIN, browser, check, OPERATOR, openPage, signIn, violations } from './support.mjs';

const BODY = `{"type":"device.event/1","events":[${'{"uid":"0199a7c2-1111-7000-8000-000000000001","type":"MOTION"},'.repeat(70)}]}`.slice(0, 4000);
const LETTERS = [
  {
    id: '5e0e9b0c-c860-11f0-8de9-0242ac120002', from: 'lynceus.device.event', buriedAt: '2026-11-23T10:15:30Z', tries: 5, body: BODY, length: 52_814,
    reason: 'PSQLException: ERROR: new row for relation "device_event_20261123" violates check constraint "device_event_source_check"',
  },
  { id: '5e0e9b0c-c860-11f0-8de9-0242ac120003', from: 'lynceus.alarm.raised', buriedAt: '2026-11-23T10:16:30Z', body: '{}', length: 2 },
  { id: '5e0e9b0c-c860-11f0-8de9-0242ac120004', buriedAt: '2026-11-23T10:17:30Z', body: '', length: 0 },
];

const SHOTS = process.env.LYNCEUS_ARTIFACTS;
const shot = async (name) => SHOTS && (await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true }));

let page;
let letters = LETTERS;
const asked = [];
before(async () => {
  page = await openPage({ bypassCSP: true });
  await page.route(/\/api\/v1\/dead-letters/, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (route.request().method() === 'GET') return route.fulfill({ json: { node: 'node1', total: letters.length, items: letters } });
    asked.push(`${route.request().method()} ${pathname}`);
    letters = letters.filter(({ id }) => !pathname.includes(id));
    return route.fulfill({ status: 204 });
  });
  await signIn(page, ADMIN, '/system');
});
after(() => browser.close());

const table = () => page.getByRole('grid', { name: /Messages put aside|被搁置的消息/ });
const row = (text) => table().getByRole('row').filter({ hasText: text });

check('messages put aside are listed with the reason, and what they say is shown on demand', () => page, async () => {
  await row('device_event_source_check').waitFor();
  await row('lynceus.alarm.raised').getByText('The broker gave it up').waitFor();
  assert.ok(await row('nobody knows').getByRole('button', { name: 'Try again' }).isDisabled());
  await row('device_event_source_check').getByRole('button', { name: 'Show' }).press('Enter');
  await page.locator('.ly-dead-body').waitFor();
  await page.getByText('The first 4000 of 52814 characters').waitFor();
  assert.deepEqual(await violations(page), []);
  await shot('dead-letters-en');
});

check('in Chinese and on a phone', () => page, async () => {
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('heading', { name: '被搁置的消息' }).waitFor();
  assert.deepEqual(await violations(page), []);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('heading', { name: '被搁置的消息' }).scrollIntoViewIfNeeded();
  const [wide, room] = await page.evaluate(() => [document.querySelector('main').scrollWidth, window.innerWidth]);
  assert.ok(wide <= room, `${wide} px in ${room} px`);
  await shot('dead-letters-zh-390');
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('button', { name: 'English' }).click();
});

check('one is tried again, the other dropped after a question', () => page, async () => {
  await row('device_event_source_check').getByRole('button', { name: 'Try again' }).press('Enter');
  await row('device_event_source_check').waitFor({ state: 'detached' });
  await row('lynceus.alarm.raised').getByRole('button', { name: 'Drop…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Drop', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await row('lynceus.alarm.raised').waitFor({ state: 'detached' });
  assert.deepEqual(asked, [
    `POST /api/v1/dead-letters/${LETTERS[0].id}/replay`,
    `DELETE /api/v1/dead-letters/${LETTERS[1].id}`,
  ]);
});

check('none is said, and who may not configure the center is not told of any', () => page, async () => {
  letters = [];
  await page.reload();
  await page.getByText('No message was put aside.').waitFor();
  const other = await openPage();
  await signIn(other, OPERATOR, '/live');
  assert.equal(await other.evaluate(async () => (await fetch('/api/v1/dead-letters', { headers: { Accept: 'application/json' } })).status), 403);
});
