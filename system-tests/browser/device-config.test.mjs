// Streams and texts in the picture, as an installer sets them: one device on its page, and many at once.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { ADMIN, browser, call, CAMERA, check, devicesNamed, eventually, openPage, removeDevices, signIn, violations } from './support.mjs';

const ONVIF = process.env.LYNCEUS_ONVIF_URL;
const CONTROL = process.env.LYNCEUS_SIM_CONTROL;
const NAMES = ['Set by hand', 'Set with it'];
const CAMERAS = [3, 4];
const ARTIFACTS = process.env.LYNCEUS_ARTIFACTS ?? 'target/browser';
let page;
const dialog = () => page.getByRole('dialog');
const streams = () => page.getByRole('region', { name: 'Streams' });
const texts = () => page.getByRole('region', { name: 'Texts in the picture' });

async function camera(number, what) {
  return (await fetch(`${CONTROL}/cameras/${number}/${what}`)).json();
}

async function quirks(number, words) {
  await fetch(`${CONTROL}/cameras/${number}/quirks`, { method: 'POST', body: words });
}

before(async () => {
  assert.ok(ONVIF && CONTROL, 'LYNCEUS_ONVIF_URL or LYNCEUS_SIM_CONTROL is not set');
  page = await openPage();
  await signIn(page, ADMIN, '/devices');
  for (const [i, name] of NAMES.entries()) {
    await removeDevices(page, name);
    const url = ONVIF.replace(/\/\d+\//, `/${CAMERAS[i]}/`);
    const added = await call(page, 'POST', '/api/v1/devices', { name, url, username: CAMERA.username, password: CAMERA.password });
    assert.equal(added.status, 201, JSON.stringify(added.body));
  }
});
after(async () => {
  for (const [i, name] of NAMES.entries()) {
    await quirks(CAMERAS[i], '');
    const [device] = await devicesNamed(page, name);
    const path = `/api/v1/channels/${device.channels[0].id}`;
    await call(page, 'PUT', `${path}/encoders/enc-main`, { codec: 'H264', width: 1280, height: 720, bitRate: 2048, frameRate: 25 });
    const { body } = await call(page, 'GET', `${path}/overlays`);
    for (const one of body.items.filter((text) => text.kind === 'PLAIN')) await call(page, 'DELETE', `${path}/overlays/${one.id}`);
    await removeDevices(page, name);
  }
  await browser.close();
});

check('a stream is set within what the device offers, and what it rounds is said', () => page, async () => {
  const [device] = await devicesNamed(page, NAMES[0]);
  await page.goto(`/devices/${device.id}`);
  await page.getByRole('link', { name: 'Streams and texts in the picture' }).click();
  await streams().getByText('1280×720').waitFor();
  assert.deepEqual(await violations(page), []);
  await page.getByRole('button', { name: 'Edit Main stream main' }).click();
  await dialog().getByLabel('Bit rate (kbit/s)').fill('9000');
  assert.equal(await dialog().getByRole('button', { name: 'Set', exact: true }).isEnabled(), false);
  await dialog().getByLabel('Bit rate (kbit/s)').fill('1000');
  await dialog().getByLabel('Pictures a second').selectOption('12.5');
  assert.deepEqual(await violations(page), []);
  await page.screenshot({ path: `${ARTIFACTS}/device-config-stream.png` });
  await page.keyboard.press('Enter');
  await page.getByText('The device works like this now.').waitFor();
  assert.equal((await camera(CAMERAS[0], 'encoders'))['enc-main'].bitRate, 1000);
  await quirks(CAMERAS[0], 'rounds');
  await page.getByRole('button', { name: 'Edit Main stream main' }).click();
  await dialog().getByLabel('Bit rate (kbit/s)').fill('700');
  await dialog().getByRole('button', { name: 'Set', exact: true }).click();
  await page.getByText('The device made something else of: bit rate.', { exact: false }).waitFor();
  await streams().getByText('512', { exact: true }).waitFor();
  await quirks(CAMERAS[0], '');
});

check('another codec is chosen and the rest fits itself; a refusal is told in the words of the device', () => page, async () => {
  await quirks(CAMERAS[0], 'no-h265');
  await page.getByRole('button', { name: 'Edit Main stream main' }).click();
  await dialog().getByLabel('Codec').selectOption('H265');
  await dialog().getByRole('button', { name: 'Set', exact: true }).click();
  await dialog().getByText('H.265 needs a licence', { exact: false }).waitFor();
  await quirks(CAMERAS[0], '');
  await dialog().getByRole('button', { name: 'Set', exact: true }).click();
  await streams().getByText('640×360').waitFor();
  await eventually('the center reads the new stream', async () => {
    const [device] = await devicesNamed(page, NAMES[0]);
    return device.channels[0].streams.find((one) => one.kind === 'MAIN').videoCodec === 'H265';
  });
});

check('texts are added, moved and removed with the keyboard; the name of the channel is written', () => page, async () => {
  await texts().getByText('Date and time').waitFor();
  await page.getByRole('button', { name: 'Add a text' }).focus();
  await page.keyboard.press('Enter');
  await dialog().getByLabel('Text', { exact: true }).fill('Loading bay');
  await dialog().getByLabel('Where').selectOption('Elsewhere');
  await dialog().getByLabel('From left to right (-1 to 1)').fill('-0.5');
  assert.deepEqual(await violations(page), []);
  await page.screenshot({ path: `${ARTIFACTS}/device-config-text.png` });
  await page.keyboard.press('Enter');
  await texts().getByText('Loading bay').waitFor();
  await texts().getByText('-0.5 / 0').waitFor();
  await page.getByRole('button', { name: 'Write the channel’s name' }).click();
  await dialog().getByRole('button', { name: 'Set', exact: true }).click();
  await texts().getByText(NAMES[0]).waitFor();
  await page.getByText('The device has no room for another text', { exact: false }).waitFor({ state: 'detached' });
  assert.deepEqual(await violations(page), []);
  await page.screenshot({ path: `${ARTIFACTS}/device-config-page.png` });
  await page.getByRole('button', { name: 'Delete “Loading bay”' }).click();
  await dialog().getByRole('button', { name: 'Delete' }).click();
  await texts().getByText('Loading bay').waitFor({ state: 'detached' });
  const written = Object.values(await camera(CAMERAS[0], 'overlays'));
  assert.ok(written.some((one) => one.text === NAMES[0] && one.position === 'LowerLeft'), JSON.stringify(written));
});

check('names and streams are set at many devices, each with what became of it', () => page, async () => {
  await quirks(CAMERAS[1], 'cuts-text');
  await page.goto('/devices');
  for (const name of NAMES) await page.getByRole('checkbox', { name: `Choose ${name}`, exact: true }).check();
  await page.getByRole('button', { name: 'Names into pictures…' }).click();
  assert.deepEqual(await violations(page), []);
  await dialog().getByRole('button', { name: 'Write names' }).click();
  await dialog().getByText('1 done, 1 not.').waitFor();
  await dialog().getByText('The device wrote something else', { exact: false }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Streams…' }).click();
  await dialog().getByLabel('Bit rate (kbit/s)').fill('384');
  assert.deepEqual(await violations(page), []);
  await page.screenshot({ path: `${ARTIFACTS}/device-config-many.png` });
  await dialog().getByRole('button', { name: 'Set streams' }).click();
  await dialog().getByText('2 done, 0 not.').waitFor();
  for (const number of CAMERAS) assert.equal((await camera(number, 'encoders'))['enc-sub'].bitRate, 384);
  await page.keyboard.press('Escape');
});

check('the page says everything in Chinese, too', () => page, async () => {
  const [device] = await devicesNamed(page, NAMES[0]);
  await page.evaluate(() => localStorage.setItem('lynceus.language', 'zh'));
  await page.goto(`/devices/${device.id}/pictures`);
  await page.getByRole('heading', { name: '画面文字' }).waitFor();
  await page.getByText('日期和时间').waitFor();
  assert.deepEqual(await violations(page), []);
  await page.evaluate(() => localStorage.setItem('lynceus.language', 'en'));
});
