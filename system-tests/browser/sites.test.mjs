// The tree of sites: added, named, ordered by button and by dragging, walked by keys, removed.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { ADMIN, browser, call, check, openPage, signIn, violations } from './support.mjs';

const MARK = 'Browser site';
let page;
const tree = () => page.getByRole('tree', { name: 'Tree of sites' });
const item = (name) => tree().getByRole('treeitem').filter({ hasText: name });
const names = async () => (await tree().getByRole('treeitem').allInnerTexts()).map((text) => text.replace(/^[▾▸\s]+/, '')).filter((name) => name.startsWith(MARK));
const order = (...wanted) => page.waitForFunction(
  ([mark, list]) => [...document.querySelectorAll('.ly-site-name')].map((n) => n.textContent).filter((n) => n.startsWith(mark)).join() === list,
  [MARK, wanted.join()],
);
const button = (name) => page.getByRole('button', { name, exact: true });

async function removeSites() {
  for (;;) {
    const { body } = await call(page, 'GET', '/api/v1/sites');
    const site = body.items.find((one) => one.name.startsWith(MARK) || one.name === 'New site');
    if (site === undefined) return;
    const { status } = await call(page, 'DELETE', `/api/v1/sites/${site.id}`, undefined, { 'If-Match': `"${site.version}"` });
    assert.equal(status, 204);
  }
}

/** Adds a site below the chosen one and names it. */
async function add(name) {
  await button('Add a site below').click();
  await page.getByRole('treeitem', { name: 'New site', selected: true }).waitFor();
  await rename(name);
}

async function rename(name) {
  await page.getByLabel('Name', { exact: true }).fill(name);
  await button('Save').click();
  await page.getByRole('treeitem', { name, selected: true }).waitFor();
}

before(async () => {
  page = await openPage();
  await signIn(page, ADMIN, '/sites');
  await removeSites();
  await page.reload();
  await tree().waitFor();
});
after(async () => {
  await removeSites();
  await browser.close();
});

check('sites are added below the chosen one and renamed', () => page, async () => {
  const root = tree().getByRole('treeitem').first();
  for (const letter of ['A', 'B', 'C']) {
    await root.click();
    await add(`${MARK} ${letter}`);
  }
  await order(`${MARK} A`, `${MARK} B`, `${MARK} C`);
  await rename(`${MARK} D`);
  await order(`${MARK} A`, `${MARK} B`, `${MARK} D`);
  assert.equal(await item(`${MARK} D`).getAttribute('aria-level'), '2');
  assert.deepEqual(await violations(page), []);
});

check('buttons and dragging change the order and what lies below what', () => page, async () => {
  await button('Move up').click();
  await order(`${MARK} A`, `${MARK} D`, `${MARK} B`);
  await button('Move down').click();
  await order(`${MARK} A`, `${MARK} B`, `${MARK} D`);
  assert.ok(await button('Move down').isDisabled() || (await names()).at(-1) === `${MARK} D`);
  await item(`${MARK} D`).dragTo(item(`${MARK} A`), { targetPosition: { x: 60, y: 4 } });
  await order(`${MARK} D`, `${MARK} A`, `${MARK} B`);
  await item(`${MARK} B`).dragTo(item(`${MARK} A`), { targetPosition: { x: 60, y: 20 } });
  await page.waitForFunction((name) => [...document.querySelectorAll('[role=treeitem]')].some((row) => row.textContent.includes(name) && row.getAttribute('aria-level') === '3'), `${MARK} B`);
  await page.reload();
  await order(`${MARK} D`, `${MARK} A`, `${MARK} B`);
  assert.equal(await item(`${MARK} B`).getAttribute('aria-level'), '3');
});

check('the tree is walked, folded and opened by keys', () => page, async () => {
  await item(`${MARK} A`).click();
  await tree().focus();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('treeitem', { name: `${MARK} B`, selected: true }).waitFor();
  await page.keyboard.press('ArrowLeft');
  await page.getByRole('treeitem', { name: `${MARK} A`, selected: true }).waitFor();
  await page.keyboard.press('ArrowLeft');
  await item(`${MARK} B`).waitFor({ state: 'detached' });
  await page.keyboard.press('ArrowRight');
  await item(`${MARK} B`).waitFor();
  await page.keyboard.press('Home');
  await tree().getByRole('treeitem').first().and(page.locator('[aria-selected=true]')).waitFor();
  await page.getByRole('searchbox', { name: 'Find a site' }).or(page.getByLabel('Find a site')).first().fill(`${MARK} D`); // each word is looked for by itself
  await item(`${MARK} B`).waitFor({ state: 'detached' });
  assert.deepEqual(await violations(page), []);
});

check('the heading of the devices keeps its distance from the buttons', () => page, async () => {
  await page.goto('/sites');
  const save = await button('Save').boundingBox();
  const heading = await page.getByRole('heading', { name: 'Devices here' }).boundingBox();
  assert.ok(heading.y - (save.y + save.height) >= 16, `${heading.y - (save.y + save.height)} px`);
});

check('a removed site leaves what is below it in its place', () => page, async () => {
  await item(`${MARK} A`).click();
  await button('Remove the site').click();
  await page.getByRole('dialog').getByText(`Sites below “${MARK} A”`).waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await order(`${MARK} D`, `${MARK} B`);
  assert.equal(await item(`${MARK} B`).getAttribute('aria-level'), '2');
});
