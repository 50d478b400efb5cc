import ExpandIcon from '@patternfly/react-icons/dist/esm/icons/expand-arrows-alt-icon';
import ListIcon from '@patternfly/react-icons/dist/esm/icons/list-icon';
import { Button } from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/IconButton';
import { PageBar } from '../ui/PageBar';
import { layoutOf, SIZES, type Size } from './layouts';
import type { Wall } from './wallState';

interface Props {
  wall: Wall;
  list: boolean;
  onList: (shown: boolean) => void;
  onSize: (size: Size) => void;
  onFill: () => void;
  onClear: () => void;
  onFullScreen: () => void;
  children?: ReactNode;
}

export function LiveToolbar({ wall, list, onList, onSize, onFill, onClear, onFullScreen, children }: Props) {
  const { t } = useTranslation();
  const shown = wall.cells.slice(0, wall.size).filter((id) => id !== undefined).length;
  return (
    <PageBar
      title={t('live.title')}
      actions={
        <>
          {shown < wall.size && <Button variant="link" className="ly-wide-only" onClick={onFill}>{t('live.fill')}</Button>}
          {shown > 0 && <Button variant="link" className="ly-wide-only" onClick={onClear}>{t('live.clearAll')}</Button>}
          <IconButton
            label={list ? t('live.hideList') : t('live.showList')}
            icon={<ListIcon />}
            pressed={list}
            onClick={() => onList(!list)}
          />
          <IconButton label={t('live.fullScreen')} shortcut="F" icon={<ExpandIcon />} onClick={onFullScreen} />
        </>
      }
    >
      <div role="group" aria-label={t('live.layout')} className="ly-sizes">
        {SIZES.map((size, i) => (
          <button
            key={size}
            type="button"
            aria-label={t('live.layoutOf', { count: size })}
            title={i < 9 ? `${t('live.layoutOf', { count: size })} (${i + 1})` : t('live.layoutOf', { count: size })}
            aria-pressed={wall.size === size}
            onClick={() => onSize(size)}
          >
            <Glyph size={size} />
            <span>{size}</span>
          </button>
        ))}
      </div>
      {children}
    </PageBar>
  );
}

/** The mosaics drawn small; equal grids need no picture beside their number. */
function Glyph({ size }: { size: Size }) {
  const { grid, places } = layoutOf(size);
  if (places[0]?.side === 1) return null;
  const unit = 14 / grid;
  return (
    <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true" fill="currentColor">
      {places.map(({ x, y, side }) => (
        <rect key={`${x}/${y}`} x={x * unit + 0.4} y={y * unit + 0.4} width={side * unit - 0.8} height={side * unit - 0.8} opacity={side > 1 ? 1 : 0.55} />
      ))}
    </svg>
  );
}
