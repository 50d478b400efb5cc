import { expect, test } from 'vitest';
import { planBody, planFault, planForm } from './planForm';

const whole = { ...planForm(undefined, 't'), name: ' Night ', channelIds: ['c'] };

test('a plan says what is missing', () => {
  expect(planFault(whole)).toBeUndefined();
  expect(planFault({ ...whole, name: ' ' })).toBe('nameRequired');
  expect(planFault({ ...whole, templateId: '' })).toBe('templateRequired');
  expect(planFault({ ...whole, channelIds: [] })).toBe('channelsRequired');
  for (const preSeconds of [-1, 31, 1.5, NaN]) expect(planFault({ ...whole, preSeconds })).toBe('seconds');
  expect(planFault({ ...whole, postSeconds: 601 })).toBe('seconds');
});

test('seconds before and after are only sent with an event', () => {
  expect(planBody(whole)).toMatchObject({ name: 'Night', preSeconds: 0, postSeconds: 0 });
  expect(planBody({ ...whole, kind: 'MOTION' })).toMatchObject({ preSeconds: 5, postSeconds: 10 });
});
