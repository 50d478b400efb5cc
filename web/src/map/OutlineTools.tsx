import { Button } from '@patternfly/react-core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { FEWEST_CORNERS, type Corner } from './outline';

interface Props {
  corners: readonly Corner[];
  /** Other corners; undefined: the zone stays as it was. */
  onChange: (corners: readonly Corner[] | undefined) => void;
  onDone: () => void;
}

/** While the corners of a zone are set by clicks: how many there are, and the ways on and back. Escape goes back too. */
export function OutlineTools({ corners, onChange, onDone }: Props) {
  const { t } = useTranslation();
  useEffect(() => {
    const leave = (event: KeyboardEvent) => event.key === 'Escape' && onChange(undefined);
    window.addEventListener('keydown', leave);
    return () => window.removeEventListener('keydown', leave);
  }, [onChange]);
  return (
    <>
      <span role="status">{t('map.outlineText', { count: corners.length })}</span>
      <Button isDisabled={corners.length < FEWEST_CORNERS} onClick={onDone}>{t('map.outlineDone')}</Button>
      <Button variant="secondary" isDisabled={corners.length === 0} onClick={() => onChange(corners.slice(0, -1))}>{t('map.outlineBack')}</Button>
      <Button variant="link" onClick={() => onChange(undefined)}>{t('app.cancel')}</Button>
    </>
  );
}
