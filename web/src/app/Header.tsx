import MoonIcon from '@patternfly/react-icons/dist/esm/icons/moon-icon';
import HelpIcon from '@patternfly/react-icons/dist/esm/icons/question-circle-icon';
import SunIcon from '@patternfly/react-icons/dist/esm/icons/sun-icon';
import { Button } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../api/queries';
import type { SharedStream } from '../api/sharedStream';
import { currentLanguage, switchLanguage } from '../i18n';
import { IconButton } from '../ui/IconButton';
import { Account } from './Account';
import { HeaderClock } from './HeaderClock';
import { LinkMark } from './LinkMark';
import { switchTheme, useTheme } from './preferences';

const NoticeBell = lazy(async () => ({ default: (await import('../alarm/NoticeBell')).NoticeBell }));

export function Header({ stream, onHelp }: { stream: SharedStream; onHelp: () => void }) {
  const { t } = useTranslation();
  const hearsAlarms = useQuery(sessionQuery).data?.functions.includes('alarm.read') ?? false;
  const theme = useTheme();
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <header className="ly-header">
      <img src="/lynceus.svg" alt="" width="22" height="22" />
      <span className="ly-brand">{t('app.name')}</span>
      <div className="ly-header-right">
        <LinkMark stream={stream} />
        <HeaderClock />
        <Button
          variant="plain"
          className="ly-language"
          lang={currentLanguage() === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => void switchLanguage(currentLanguage() === 'zh' ? 'en' : 'zh')}
        >
          {t('app.language')}
        </Button>
        <IconButton
          label={t(`app.theme.${other}`)}
          icon={theme === 'dark' ? <SunIcon /> : <MoonIcon />}
          onClick={() => switchTheme(other)}
        />
        <IconButton className="ly-wide-only" label={t('app.help')} shortcut="?" icon={<HelpIcon />} onClick={onHelp} />
        <Suspense>{hearsAlarms && <NoticeBell />}</Suspense>
        <Account />
      </div>
    </header>
  );
}
