// Writes src/api/schema.d.ts from the committed OpenAPI. It is never committed and made anew by every build,
// so a stale client cannot be compiled.
import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const source = new URL('../../docs/ref/openapi.yaml', import.meta.url);
const target = new URL('../src/api/schema.d.ts', import.meta.url);

const text = astToString(await openapiTS(await readFile(source, 'utf8'), { defaultNonNullable: true }));
const before = await readFile(target, 'utf8').catch(() => '');
if (before !== text) await writeFile(target, text);
console.log(`src/api/schema.d.ts: ${before === text ? 'unchanged' : 'written'}`);
