import ExpandIcon from '@patternfly/react-icons/dist/esm/icons/expand-arrows-alt-icon';
import ListIcon from '@patternfly/react-icons/dist/esm/icons/list-icon';
import { Button, ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/IconButton';
import { PageBar } from '../ui/PageBar';
import { SIZES, type Size, type Wall } from './wallState';

interface Props {
  wall: Wall;
  list: boolean;
  onList: (shown: boolean) => void;
  onSize: (size: Size) => void;
  onFill: () => void;
  onClear: () => void;
  onFullScreen: () => void;
}

export function LiveToolbar({ wall, list, onList, onSize, onFill, onClear, onFullScreen }: Props) {
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
      <ToggleGroup aria-label={t('live.layout')} className="ly-sizes">
        {SIZES.map((size) => (
          <ToggleGroupItem
            key={size}
            text={String(size)}
            aria-label={t('live.layoutOf', { count: size })}
            buttonId={`wall-${size}`}
            isSelected={wall.size === size}
            onChange={() => onSize(size)}
          />
        ))}
      </ToggleGroup>
    </PageBar>
  );
}
