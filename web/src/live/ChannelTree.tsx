import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Device } from '../api/types';
import { SiteFilter, useDevicesAt } from '../organisation/SiteFilter';
import { SearchField } from '../ui/SearchField';
import { Shape } from '../ui/Mark';
import { useShortcuts } from '../ui/shortcuts';
import { CONNECTION_TONE } from '../ui/states';
import './tree.css';
import { treeRows, type TreeRow } from './treeRows';

/** Type of a dragged camera. */
export const CHANNEL_DRAG = 'application/x-lynceus-channel';

interface Props {
  devices: Device[];
  /** Pane numbers (from 1) of the cameras on the wall; a wall takes a camera by double click or dragging. */
  shown?: ReadonlyMap<string, number>;
  /** The cameras of a page without a wall; there a click chooses one instead of them. */
  chosen?: ReadonlySet<string>;
  onPlace: (channelId: string) => void;
  /** Adds a camera to the chosen ones, or takes it away: Space, Ctrl+click, or the button in its row. */
  onToggle?: (channelId: string) => void;
}

/** All cameras with their state. Enter takes the focused one. */
export function ChannelTree({ devices, shown, chosen, onPlace, onToggle }: Props) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [focused, setFocused] = useState<string>();
  const find = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [site, setSite] = useState('');
  const here = useDevicesAt(devices, site);
  const rows = useMemo(() => treeRows(here, folded, query), [here, folded, query]);
  const channels = here.flatMap((d) => d.channels);
  useShortcuts('page', [{ keys: ['/'], label: t('help.find'), run: () => find.current?.focus() }]);

  const current = rows.some((r) => r.id === focused) ? focused : rows[0]?.id;
  const fold = (id: string, close: boolean) =>
    setFolded((old) => new Set(close ? [...old, id] : [...old].filter((other) => other !== id)));
  const focus = (index: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (row === undefined) return;
    setFocused(row.id);
    list.current?.querySelector<HTMLElement>(`[data-row="${row.id}"]`)?.focus();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const index = rows.findIndex((r) => r.id === current);
    const row = rows[index];
    const steps: Record<string, () => void> = {
      ArrowDown: () => focus(index + 1),
      ArrowUp: () => focus(index - 1),
      Home: () => focus(0),
      End: () => focus(rows.length - 1),
      ArrowLeft: () => row?.kind === 'device' && fold(row.id, true),
      ArrowRight: () => row?.kind === 'device' && fold(row.id, false),
      ' ': () => row?.kind === 'channel' && onToggle?.(row.id),
      Enter: () => (row?.kind === 'channel' ? onPlace(row.id) : row && fold(row.id, row.open)),
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    step();
  };

  return (
    <aside className="ly-cameras" aria-label={t('live.cameras')}>
      <div className="ly-cameras-head">
        <h2>{t('live.cameras')}</h2>
        <span className="ly-muted ly-mono">
          {t('live.online', { count: channels.filter((c) => c.state === 'ONLINE').length, total: channels.length })}
        </span>
      </div>
      <div className="ly-cameras-find">
        <SiteFilter value={site} onChange={setSite} />
        <SearchField
          inputRef={find}
          label={t('live.find')}
          value={query}
          onChange={setQuery}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') focus(0);
            const first = rows.find((r) => r.kind === 'channel');
            if (event.key === 'Enter' && first !== undefined) onPlace(first.id);
          }}
        />
      </div>
      {rows.length === 0 && <p className="ly-cameras-none ly-muted">{t('live.noMatch', { query })}</p>}
      {rows.length > 0 && (
        <div ref={list} role="tree" aria-label={t('live.cameras')} aria-multiselectable={onToggle !== undefined || shown !== undefined} className="ly-tree" onKeyDown={onKeyDown}>
          {rows.map((row) => (
            <Row
              key={row.id}
              row={row}
              focusable={row.id === current}
              pane={shown?.get(row.id)}
              selected={shown === undefined ? (chosen?.has(row.id) ?? false) : shown.has(row.id)}
              oneClick={shown === undefined}
              onFocus={() => setFocused(row.id)}
              onToggle={onToggle && row.kind === 'channel' ? () => onToggle(row.id) : undefined}
              onOpen={() => (row.kind === 'channel' ? onPlace(row.id) : fold(row.id, row.open))}
            />
          ))}
        </div>
      )}
    </aside>
  );
}

interface RowProps {
  row: TreeRow;
  focusable: boolean;
  pane: number | undefined;
  selected: boolean;
  oneClick: boolean;
  onFocus: () => void;
  onToggle: (() => void) | undefined;
  onOpen: () => void;
}

function Row({ row, focusable, pane, selected, oneClick, onFocus, onToggle, onOpen }: RowProps) {
  const { t } = useTranslation();
  const subject = row.kind === 'device' ? row.device : row.channel;
  const recording = row.kind === 'channel' && row.channel.recording.state === 'RECORDING';
  return (
    <div
      role="treeitem"
      className="ly-tree-row"
      data-row={row.id}
      aria-level={row.kind === 'device' ? 1 : row.level}
      aria-expanded={row.kind === 'device' ? row.open : undefined}
      aria-selected={selected}
      tabIndex={focusable ? 0 : -1}
      draggable={row.kind === 'channel' && !oneClick}
      onDragStart={(event) => event.dataTransfer.setData(CHANNEL_DRAG, row.id)}
      onFocus={onFocus}
      onClick={(event) => {
        if (onToggle && (event.ctrlKey || event.metaKey)) onToggle();
        else if (oneClick || row.kind === 'device') onOpen();
      }}
      onDoubleClick={() => !oneClick && row.kind === 'channel' && onOpen()}
      title={t(`state.${subject.state}`)}
    >
      <Shape tone={CONNECTION_TONE[subject.state]} />
      <span className="ly-tree-name">{subject.name}</span>
      <span className="ly-sr">{t(`state.${subject.state}`)}</span>
      {recording && <span className="ly-tree-rec" title={t('recording.RECORDING')}>{t('recording.rec')}</span>}
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
