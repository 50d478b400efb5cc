import { expect, test } from 'vitest';
import { differences } from './auditDiff';

test('only what differs is listed, however deep it lies', () => {
  const before = '{"name":"Gate","channels":[{"name":"A","ports":[1,2]}],"same":1}';
  const after = '{"name":"Back gate","channels":[{"name":"A","ports":[1,2,3]}],"same":1}';
  expect(differences(before, after)).toEqual([
    { path: 'name', before: 'Gate', after: 'Back gate' },
    { path: 'channels.0.ports', before: '1, 2', after: '1, 2, 3' },
  ]);
});

test('a thing that was added or removed is listed whole', () => {
  expect(differences(undefined, '{"a":1,"b":true}')).toEqual([
    { path: 'a', before: undefined, after: '1' },
    { path: 'b', before: undefined, after: 'true' },
  ]);
  expect(differences('{"a":null}', undefined)).toEqual([{ path: 'a', before: 'null', after: undefined }]);
});

test('what is no JSON is shown as it is', () => {
  expect(differences('plain', '{}')).toEqual([{ path: '', before: 'plain', after: undefined }]);
});
