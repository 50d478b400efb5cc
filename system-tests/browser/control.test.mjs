// Live control beside the head: outputs, focus, picture, tours, aiming by a box, and two people who want one camera. What the
// simulated camera did is asked at its control interface.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { ADMIN, browser, call, CAMERA, check, devicesNamed, eventually, openPage, OPERATOR, removeDevices, signIn, violations } from './support.mjs';

const NAME = 'Controlled camera';
const NUMBER = 4;
const SIMULATOR = process.env.LYNCEUS_SIM_CONTROL;
let page;
let channel;

const camera = async (part) => (await fetch(`${SIMULATOR}/cameras/${NUMBER}/${part}`)).json();
const pad = (on = page) => on.getByRole('group', { name: /^Move the camera/ });

async function show(on) {
  await on.goto(`/live?n=1&c=${channel}`);
  await on.locator('video[data-status="playing"]').waitFor();
}

async function openPanel(on, name) {
  await on.locator('.ly-pane').hover({ position: { x: 20, y: 60 } });
  await on.getByRole('button', { name, exact: true }).click();
}

before(async () => {
  assert.ok(SIMULATOR, 'LYNCEUS_SIM_CONTROL is not set');
  page = await openPage();
  await signIn(page, ADMIN, '/devices');
  await removeDevices(page, NAME);
  const url = process.env.LYNCEUS_ONVIF_URL.replace('/onvif/2/', `/onvif/${NUMBER}/`);
  const added = await call(page, 'POST', '/api/v1/devices', { ...CAMERA, name: NAME, url });
  assert.equal(added.status, 201, JSON.stringify(added.body));
  channel = added.body.channels[0].id;
});
after(async () => {
  await removeDevices(page, NAME);
  await browser.close();
});

check('an output is switched from the pane and its state follows', () => page, async () => {
  await show(page);
  await openPanel(page, 'Outputs and inputs');
  const output = page.getByRole('group', { name: 'Output 1' });
  await output.getByRole('button', { name: 'On' }).click();
  await eventually('the relay is on', async () => (await camera('relays'))['relay-1']);
  await output.getByText('active', { exact: false }).waitFor();
  await page.getByRole('group', { name: 'Output 2' }).getByRole('button', { name: 'Pulse of 2 s' }).click();
  await eventually('the pulse', async () => (await camera('relays'))['relay-2']);
  assert.deepEqual(await violations(page), []);
  await output.getByRole('button', { name: 'Off' }).click();
  await eventually('the relay is off', async () => !(await camera('relays'))['relay-1']);
  await page.keyboard.press('Escape');
  await page.getByRole('group', { name: 'Outputs and inputs' }).waitFor({ state: 'detached' });
});

check('the focus moves while its button is held', () => page, async () => {
  await openPanel(page, 'Move the camera');
  const near = await pad().getByRole('group', { name: 'Focus' }).getByRole('button', { name: 'Near' }).boundingBox();
  await page.mouse.move(near.x + 5, near.y + 5);
  await page.mouse.down();
  await eventually('the focus moves', async () => (await camera('lens')).focus < 0.45);
  await page.mouse.up();
  await eventually('the focus stops', async () => !(await camera('lens')).focusing);
  await pad().getByRole('group', { name: 'Wiper' }).getByRole('button', { name: 'On' }).click();
  await eventually('the wiper wipes', async () => (await camera('ptz')).auxiliary.Wiper);
  assert.deepEqual(await violations(page), []);
});

check('the picture is set and taken back', () => page, async () => {
  await pad().getByRole('button', { name: 'Picture…' }).click();
  const dialog = page.getByRole('dialog', { name: `Picture of ${NAME}` });
  const bright = dialog.getByLabel('Brightness');
  await bright.focus();
  await page.keyboard.press('ArrowRight');
  await eventually('it is brighter', async () => Number((await camera('lens')).Brightness) > 50);
  await dialog.getByLabel('Day and night').selectOption('OFF');
  await eventually('it is night', async () => (await camera('lens')).IrCutFilter === 'OFF');
  assert.deepEqual(await violations(page), []);
  await dialog.getByRole('button', { name: 'As it was' }).click();
  await eventually('all is as it was', async () => {
    const lens = await camera('lens');
    return Number(lens.Brightness) === 50 && lens.IrCutFilter === 'AUTO';
  });
  await dialog.getByRole('button', { name: 'Close' }).click();
});

check('a box that is drawn is centred and fills the picture', () => page, async () => {
  await pad().getByRole('button', { name: 'Home position' }).click();
  await eventually('it is home', async () => (await camera('ptz')).pan === 0);
  const box = await page.locator('video').boundingBox();
  const at = (x, y) => [box.x + box.width * x, box.y + box.height * y];
  await page.keyboard.down('Shift');
  await page.mouse.move(...at(0.2, 0.2));
  await page.mouse.down();
  await page.mouse.move(...at(0.3, 0.4));
  await page.mouse.move(...at(0.4, 0.4), { steps: 3 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await eventually('it looks left and up, closer', async () => {
    const { pan, tilt, zoom } = await camera('ptz');
    return pan < -0.05 && tilt > 0.05 && zoom > 0.1;
  });
  await pad().getByRole('button', { name: 'Aim', exact: true }).click();
  const { pan } = await camera('ptz');
  await page.mouse.click(...at(0.6, 0.4));
  await eventually('a click turns it', async () => (await camera('ptz')).pan > pan);
  await pad().getByRole('button', { name: 'Aim', exact: true }).click();
});

check('a tour is made of presets, started and removed', () => page, async () => {
  for (const name of ['Gate', 'Yard']) {
    await pad().getByLabel('Name of this view').fill(name);
    await pad().getByRole('button', { name: 'Keep', exact: true }).click();
    await pad().getByRole('option', { name }).waitFor({ state: 'attached' });
  }
  await pad().getByRole('button', { name: 'New tour of the camera' }).click();
  const editor = page.getByRole('dialog', { name: 'New tour of the camera' });
  await editor.getByLabel('Name').fill('Evening');
  await editor.getByRole('button', { name: 'Save' }).click();
  await editor.waitFor({ state: 'detached' });
  await pad().getByRole('button', { name: 'Start the tour' }).click();
  await eventually('it tours', async () => (await camera('ptz')).tour === 'Touring');
  await pad().getByRole('button', { name: 'Stop the tour' }).click();
  await eventually('it stands', async () => (await camera('ptz')).tour === 'Idle');
  await pad().getByRole('button', { name: 'Change the tour' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove the tour' }).click();
  await pad().getByText('No tours yet').waitFor({ state: 'attached' });
});

check('of two who want one camera the one of the higher level has it, and both see who and until when', () => page, async () => {
  await pad().getByRole('button', { name: 'Release' }).click();
  const other = await openPage();
  await signIn(other, OPERATOR, '/live');
  await show(other);
  await openPanel(other, 'Move the camera');
  await pad(other).getByRole('button', { name: 'Keep 5 min' }).click();
  await pad(other).getByText(/^Yours until/).waitFor();
  await pad().getByText(/operator \(level 3\) has it until/).waitFor();
  await pad().getByRole('button', { name: 'Up', exact: true }).press('ArrowUp');
  await pad().getByText(/^Yours until/).waitFor();
  await pad(other).getByText(/admin \(level 5\) has it until/).waitFor();
  await pad(other).getByRole('button', { name: 'Up', exact: true }).press('ArrowUp');
  await pad(other).getByRole('alert').waitFor();
  await pad().getByRole('button', { name: 'Release' }).click();
  await pad(other).getByText('Free', { exact: true }).waitFor();
  await pad(other).getByRole('button', { name: 'Up', exact: true }).press('ArrowUp');
  await pad(other).getByText(/^Yours until/).waitFor();
  await other.context().close();
});
