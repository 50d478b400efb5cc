import { expect, test } from 'vitest';
import { policyGrade } from './policyGrade';

test.each([
  [['length(12)', 'notUsername(undefined)'], 'good'],
  [['length(10)', 'digits(1)', 'upperCase(1)', 'specialChars(1)'], 'good'],
  [['length(8)', 'digits(1)', 'upperCase(1)'], 'fair'],
  [['length(10)'], 'weak'],
  [['length(8)', 'digits(0)', 'upperCase(1)'], 'weak'],
  [['digits(1)', 'upperCase(1)', 'lowerCase(1)', 'specialChars(1)'], 'weak'],
  [[], 'weak'],
])('the policy %j is %s', (rules, grade) => expect(policyGrade(rules)).toBe(grade));
