import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CameraTreeChannel } from '../api/types';
import { ProblemNotice } from '../ui/ProblemNotice';
import { SearchField } from '../ui/SearchField';
import { useShortcuts } from '../ui/shortcuts';
import { useRowWindow } from '../ui/useRowWindow';
import { useWidth } from '../ui/useWidth';
import './tree.css';
import { TreeRowView } from './TreeRowView';
import { treeRows, type TreeRow } from './treeRows';
import { useCameraTree } from './useCameraTree';

export { CHANNEL_DRAG } from './TreeRowView';

const ROW = 28;
/** On a touch screen rows are as high as a finger needs. */
const TOUCH_ROW = 44;

interface Props {
  /** Pane numbers (from 1) of the cameras on the wall; a wall takes a camera by double click or dragging. */
  shown?: ReadonlyMap<string, number>;
  /** The cameras of a page without a wall; there a click chooses one instead of them. */
  chosen?: ReadonlySet<string>;
  onPlace: (channel: CameraTreeChannel) => void;
  /** Adds a camera to the chosen ones, or takes it away: Space, Ctrl+click, or the button in its row. */
  onToggle?: (channelId: string) => void;
}

/**
 * The tree of sites, devices and cameras with their states, read as it is opened. Enter takes the camera that is current; while a
 * search is under way, the first one that it finds.
 */
export function ChannelTree({ shown, chosen, onPlace, onToggle }: Props) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const [focused, setFocused] = useState<string>();
  const find = useRef<HTMLInputElement>(null);
  const aside = useRef<HTMLElement>(null);
  const tree = useCameraTree(query);
  const rows = useMemo(() => treeRows(tree.levels, tree.turned), [tree.levels, tree.turned]);
  useShortcuts('page', [{ keys: ['/'], label: t('help.find'), run: () => find.current?.focus() }]);
  const width = useWidth(aside);
  const height = width > 0 && window.innerWidth <= 760 ? TOUCH_ROW : ROW;
  const view = useRowWindow(rows.length, height);

  const index = Math.max(0, rows.findIndex((row) => row.id === focused));
  const current = rows[index];
  const focus = (to: number) => {
    const at = Math.max(0, Math.min(rows.length - 1, to));
    const row = rows[at];
    if (row === undefined) return;
    setFocused(row.id);
    view.show(at);
    view.focus();
  };
  const takeFirst = () => {
    const first = rows.find((row) => row.kind === 'channel');
    if (first !== undefined) onPlace(first.channel);
  };
  const due = useRef(false);
  useEffect(() => {
    if (!due.current || tree.searching) return;
    due.current = false;
    takeFirst();
  });
  const turn = (row: TreeRow | undefined, open: boolean) => {
    if (row && (row.kind === 'site' || row.kind === 'device')) tree.turn(row.id, open);
  };
  const open = (row: TreeRow | undefined) => {
    if (tree.searching) due.current = true;
    else if (row?.kind === 'channel') onPlace(row.channel);
    else if (row && row.kind !== 'loading') turn(row, !row.open);
  };
  const folds = current !== undefined && 'open' in current && current.open;
  const onKeyDown = (event: React.KeyboardEvent) => {
    const steps: Record<string, () => void> = {
      ArrowDown: () => focus(index + 1),
      ArrowUp: () => focus(index - 1),
      PageDown: () => focus(index + view.fits),
      PageUp: () => focus(index - view.fits),
      Home: () => focus(0),
      End: () => focus(rows.length - 1),
      ArrowLeft: () => (folds ? turn(current, false) : focus(rows.findLastIndex((row, i) => i < index && row.level < (current?.level ?? 0)))),
      ArrowRight: () => (folds ? focus(index + 1) : turn(current, true)),
      ' ': () => current?.kind === 'channel' && onToggle?.(current.id),
      Enter: () => open(current),
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    step();
  };
  const count = (tree.found ?? tree.root)?.count;

  return (
    <aside ref={aside} className="ly-cameras" aria-label={t('live.cameras')}>
      <div className="ly-cameras-head">
        <h2>{t('live.cameras')}</h2>
        <span className="ly-muted ly-mono">{count && t('live.online', { count: count.online, total: count.total })}</span>
      </div>
      <div className="ly-cameras-find">
        <SearchField
          inputRef={find}
          label={t('live.find')}
          value={query}
          onChange={setQuery}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') focus(0);
            if (event.key !== 'Enter') return;
            if (tree.searching) due.current = true;
            else takeFirst();
          }}
        />
      </div>
      {tree.error != null && <ProblemNotice error={tree.error} onRetry={tree.again} />}
      {rows.length === 0 && <p className="ly-cameras-none ly-muted">{t('live.noMatch', { query })}</p>}
      {rows.length > 0 && (
        <div
          ref={view.ref}
          role="tree"
          aria-label={t('live.cameras')}
          aria-multiselectable={onToggle !== undefined || shown !== undefined}
          aria-activedescendant={current && `row-${current.id}`}
          tabIndex={0}
          className="ly-tree"
          onKeyDown={onKeyDown}
          onScroll={view.onScroll}
        >
          <div role="presentation" style={{ height: rows.length * height }}>
            {rows.slice(view.from, view.to).map((row, i) => (
              <TreeRowView
                key={row.id}
                row={row}
                top={(view.from + i) * height}
                current={row.id === current?.id}
                pane={shown?.get(row.id)}
                selected={shown === undefined ? (chosen?.has(row.id) ?? false) : shown.has(row.id)}
                oneClick={shown === undefined}
                onCurrent={() => setFocused(row.id)}
                onToggle={onToggle && row.kind === 'channel' ? () => onToggle(row.id) : undefined}
                onOpen={() => open(row)}
              />
            ))}
          </div>
        </div>
      )}
      {tree.found?.more === true && <p className="ly-cameras-none ly-muted">{t('live.moreFound')}</p>}
    </aside>
  );
}
