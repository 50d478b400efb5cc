import { expect, test } from 'vitest';
import { unreadOf } from './notices';

const notice = (id: string, read: boolean) => ({ id, alarmId: 'a', at: '2026-11-23T12:00:00Z', text: 'Look.', read });

test('unread are those that were not read, in their order', () => {
  const one = notice('1', false);
  const three = notice('3', false);
  expect(unreadOf([one, notice('2', true), three])).toEqual([one, three]);
  expect(unreadOf(undefined)).toEqual([]);
});
