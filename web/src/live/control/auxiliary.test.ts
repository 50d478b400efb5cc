import { expect, it } from 'vitest';
import { auxiliaryThings } from './auxiliary';

it('groups commands by what they are about and leaves others as they are', () => {
  expect(auxiliaryThings(['tt:Wiper|On', 'tt:Washer|On', 'tt:Wiper|Off', 'vendor-3'])).toEqual([
    { name: 'Wiper', commands: [{ command: 'tt:Wiper|On', word: 'On' }, { command: 'tt:Wiper|Off', word: 'Off' }] },
    { name: 'Washer', commands: [{ command: 'tt:Washer|On', word: 'On' }] },
    { name: 'vendor-3', commands: [{ command: 'vendor-3', word: '' }] },
  ]);
});
