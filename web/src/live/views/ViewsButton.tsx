import { Button } from '@patternfly/react-core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../ui/shortcuts';
import type { Wall } from '../wallState';

const SavedWalls = lazy(async () => ({ default: (await import('./SavedWalls')).SavedWalls }));

interface Props {
  wall: Wall;
  change: (next: (wall: Wall) => Wall) => void;
}

/** Opens the saved walls; their menu is loaded when it is first wanted. */
export function ViewsButton(props: Props) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState(false);
  useShortcuts('page', wanted ? [] : [{ keys: ['v'], label: t('help.views'), run: () => setWanted(true) }]);
  const button = <Button variant="secondary" aria-expanded={false} onClick={() => setWanted(true)}>{t('view.title')}</Button>;
  return wanted ? <Suspense fallback={button}><SavedWalls {...props} /></Suspense> : button;
}
