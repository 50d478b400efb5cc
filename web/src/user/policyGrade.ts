export type PolicyGrade = 'weak' | 'fair' | 'good';

const CLASSES = ['digits', 'upperCase', 'lowerCase', 'specialChars'];

/**
 * How much a policy asks for, by its rules as Keycloak writes them, such as `length(12)`. Length counts for more than kinds of
 * characters (NIST SP 800-63B, 3.1.1.2): good is 12 characters, or 10 of three kinds; fair is 8 of two kinds.
 */
export function policyGrade(rules: readonly string[]): PolicyGrade {
  const length = Math.max(0, ...rules.map((rule) => Number(/^length\((\d+)\)$/.exec(rule)?.[1] ?? 0)));
  const kinds = CLASSES.filter((kind) => rules.some((rule) => rule.startsWith(`${kind}(`) && rule !== `${kind}(0)`)).length;
  if (length >= 12 || (length >= 10 && kinds >= 3)) return 'good';
  return length >= 8 && kinds >= 2 ? 'fair' : 'weak';
}
