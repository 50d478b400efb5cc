import { Button } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/Dialog';
import { Mark, type Tone } from '../ui/Mark';
import { policyGrade, type PolicyGrade } from './policyGrade';
import { passwordPolicyQuery } from './userQueries';

const TONE: Record<PolicyGrade, Tone> = { weak: 'major', fair: 'ok', good: 'ok' };

/** A password that is shown this once, what its owner will be asked of the one he chooses, and how much that is. */
export function PasswordShown({ username, password, onClose }: { username: string; password: string; onClose: () => void }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const policy = useQuery(passwordPolicyQuery).data;
  const grade = policyGrade(policy ?? []);
  const copy = async () => {
    await navigator.clipboard.writeText(password);
    setCopied(true);
  };
  return (
    <Dialog
      title={t('user.passwordTitle', { name: username })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('app.close')}</Button>
          <Button variant="secondary" onClick={() => void copy()}>{t(copied ? 'user.copied' : 'user.copy')}</Button>
        </>
      }
    >
      <p>{t('user.passwordText')}</p>
      <p className="ly-user-password ly-mono" data-testid="password">{password}</p>
      {policy !== undefined && (
        <p className="ly-muted">
          {policy.length > 0 && <>{t('user.policy', { rules: policy.map((rule) => ruleWords(rule)).join(' · ') })}<br /></>}
          <Mark tone={TONE[grade]} word={t(`online.policy.${grade}`)} />
        </p>
      )}
    </Dialog>
  );

  function ruleWords(rule: string): string {
    const [, name = rule, value = ''] = /^(\w+)\((\w*)\)$/.exec(rule) ?? [];
    switch (name) {
      case 'length': return t('user.rules.length', { value });
      case 'digits': return t('user.rules.digits', { value });
      case 'upperCase': return t('user.rules.upperCase', { value });
      case 'lowerCase': return t('user.rules.lowerCase', { value });
      case 'specialChars': return t('user.rules.specialChars', { value });
      case 'notUsername': return t('user.rules.notUsername');
      case 'passwordHistory': return t('user.rules.passwordHistory', { value });
      default: return rule;
    }
  }
}
