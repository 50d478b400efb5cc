import { useTranslation } from 'react-i18next';
import { Shape } from '../ui/Mark';
import { CONNECTION_TONE } from '../ui/states';
import type { TreeRow } from './treeRows';

/** Type of a dragged camera. */
export const CHANNEL_DRAG = 'application/x-lynceus-channel';

interface Props {
  row: TreeRow;
  /** Where it lies in the list, in pixels. */
  top: number;
  current: boolean;
  pane: number | undefined;
  selected: boolean;
  oneClick: boolean;
  onCurrent: () => void;
  onToggle: (() => void) | undefined;
  onOpen: () => void;
}

/** One row of the camera tree. */
export function TreeRowView({ row, top, current, pane, selected, oneClick, onCurrent, onToggle, onOpen }: Props) {
  const { t } = useTranslation();
  const subject = row.kind === 'device' ? row.device : row.kind === 'channel' ? row.channel : undefined;
  const count = row.kind === 'site' ? row.site.count : row.kind === 'device' ? row.device.count : undefined;
  const name = row.kind === 'site' ? row.site.name : (subject?.name ?? t('app.loading'));
  return (
    <div
      role="treeitem"
      id={`row-${row.id}`}
      className={`ly-tree-row${current ? ' ly-tree-current' : ''}`}
      data-kind={row.kind}
      aria-level={row.level}
      aria-expanded={'open' in row ? row.open : undefined}
      aria-selected={selected}
      style={{ top, paddingLeft: 12 + (row.level - 1) * 16 }}
      draggable={row.kind === 'channel' && !oneClick}
      onDragStart={(event) => event.dataTransfer.setData(CHANNEL_DRAG, row.id)}
      onPointerDown={onCurrent}
      onClick={(event) => {
        if (onToggle && (event.ctrlKey || event.metaKey)) onToggle();
        else if (oneClick || row.kind !== 'channel') onOpen();
      }}
      onDoubleClick={() => !oneClick && row.kind === 'channel' && onOpen()}
      title={subject ? t(`state.${subject.state}`) : name}
    >
      {'open' in row && <span aria-hidden="true" className="ly-tree-fold">{row.open ? '▾' : '▸'}</span>}
      {subject && <Shape tone={CONNECTION_TONE[subject.state]} />}
      <span className="ly-tree-name">{name}</span>
      {subject && <span className="ly-sr">{t(`state.${subject.state}`)}</span>}
      {count && <span className="ly-tree-count ly-mono" title={t('live.online', { count: count.online, total: count.total })}>{count.online}/{count.total}</span>}
      {row.kind === 'channel' && row.channel.recording && <span className="ly-tree-rec" title={t('recording.RECORDING')}>{t('recording.rec')}</span>}
      {onToggle && (
        <button
          type="button"
          tabIndex={-1}
          className="ly-tree-add"
          title={selected ? t('live.takeAway') : t('live.addBeside')}
          aria-hidden="true"
          onClick={(event) => {
            event.stopPropagation();
            onToggle();
          }}
        >
          {selected ? '−' : '+'}
        </button>
      )}
      {pane !== undefined && <span className="ly-tree-pane ly-mono">{pane}</span>}
    </div>
  );
}
