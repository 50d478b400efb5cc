import { expect, test } from 'vitest';
import type { Job } from '../api/types';
import { actsOf, isActive, shareDone } from './jobs';

const job = (state: Job['state']): Job => ({
  id: 'j', kind: 'EXPORT', title: 't', node: 'n', state, createdBy: 'a', createdAt: '', done: 5, total: 10, unit: 'BYTES', files: [],
});

test('what can be done follows from the state', () => {
  expect(actsOf(job('RUNNING'))).toEqual(['pause', 'cancel']);
  expect(actsOf(job('PAUSED'))).toEqual(['resume', 'cancel']);
  expect(actsOf(job('FAILED'))).toEqual(['retry', 'remove']);
  expect(actsOf(job('SUCCEEDED'))).toEqual(['remove']);
});

test('the share is known when the whole is', () => {
  expect(shareDone(job('RUNNING'))).toBe(0.5);
  expect(shareDone({ ...job('RUNNING'), total: 0 })).toBeUndefined();
  expect(shareDone({ ...job('SUCCEEDED'), total: 0 })).toBe(1);
});

test('only waiting and running jobs are active', () =>
  expect((['QUEUED', 'RUNNING', 'PAUSED', 'SUCCEEDED', 'FAILED', 'CANCELLED'] as const).filter((s) => isActive(job(s)))).toEqual(['QUEUED', 'RUNNING']));
