import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Site } from '../api/types';
import { mayAt } from '../app/useSession';
import { SearchField } from '../ui/SearchField';
import { useRowWindow } from '../ui/useRowWindow';
import './organisation.css';
import { dropPlace, siteRows } from './siteRows';
import type { Place } from './sites';

const ROW = 28;

interface Props {
  sites: readonly Site[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
  /** Given when sites may be moved by dragging. */
  onMove?: (site: Site, place: Place) => void;
  /** What stands at the end of a row. */
  mark?: (site: Site) => React.ReactNode;
}

/** The tree of sites: search, keys as in any tree, and only the rows in view are in the document. */
export function SiteTree({ sites, chosen, onChoose, onMove, mark }: Props) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [over, setOver] = useState<{ id: string; below: boolean }>();
  const dragged = useRef<string>(undefined);
  const rows = useMemo(() => siteRows(sites, folded, query), [sites, folded, query]);
  const view = useRowWindow(rows.length, ROW);
  const index = Math.max(0, rows.findIndex((row) => row.site.id === chosen));

  const fold = (id: string, close: boolean) => setFolded((old) => new Set(close ? [...old, id] : [...old].filter((other) => other !== id)));
  const go = (to: number) => {
    const at = Math.max(0, Math.min(rows.length - 1, to));
    const row = rows[at];
    if (row === undefined) return;
    onChoose(row.site.id);
    view.show(at);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const row = rows[index];
    const steps: Record<string, () => void> = {
      ArrowDown: () => go(index + 1),
      ArrowUp: () => go(index - 1),
      PageDown: () => go(index + view.fits),
      PageUp: () => go(index - view.fits),
      Home: () => go(0),
      End: () => go(rows.length - 1),
      ArrowLeft: () => (row?.open && row.site.children > 0 ? fold(row.site.id, true) : go(rows.findIndex((r) => r.site.id === row?.site.parentId))),
      ArrowRight: () => row && (row.open ? go(index + 1) : fold(row.site.id, false)),
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    step();
  };
  const drop = (site: Site, below: boolean) => {
    const moved = sites.find((one) => one.id === dragged.current);
    const place = moved && dropPlace(sites, moved.id, site, below);
    setOver(undefined);
    if (moved && place) onMove?.(moved, place);
  };

  return (
    <div className="ly-sites">
      <div className="ly-sites-find"><SearchField label={t('site.find')} value={query} onChange={setQuery} /></div>
      {rows.length === 0 && <p className="ly-muted ly-sites-none">{t('site.noMatch', { query })}</p>}
      <div
        ref={view.ref}
        role="tree"
        aria-label={t('site.tree')}
        aria-activedescendant={chosen === undefined ? undefined : `site-${chosen}`}
        tabIndex={0}
        className="ly-sites-list"
        onKeyDown={onKeyDown}
        onScroll={view.onScroll}
      >
        <div style={{ height: rows.length * ROW }}>
          {rows.slice(view.from, view.to).map(({ site, open }, i) => (
            <div
              key={site.id}
              id={`site-${site.id}`}
              role="treeitem"
              aria-level={site.level}
              aria-selected={site.id === chosen}
              aria-expanded={site.children > 0 ? open : undefined}
              className="ly-site-row"
              data-over={over !== undefined && over.id === site.id ? (over.below ? 'below' : 'before') : undefined}
              style={{ top: (view.from + i) * ROW, paddingLeft: 8 + (site.level - 1) * 16 }}
              draggable={onMove !== undefined && site.parentId !== undefined && mayAt(site, 'organisation.configure')}
              onDragStart={() => (dragged.current = site.id)}
              onDragEnd={() => setOver(undefined)}
              onDragOver={(event) => {
                if (onMove === undefined || dragged.current === undefined) return;
                event.preventDefault();
                setOver({ id: site.id, below: onLowerPart(event) });
              }}
              onDrop={(event) => {
                event.preventDefault();
                drop(site, onLowerPart(event));
              }}
              onClick={() => onChoose(site.id)}
            >
              <button
                type="button"
                tabIndex={-1}
                aria-hidden="true"
                className="ly-site-fold"
                style={{ visibility: site.children > 0 ? 'visible' : 'hidden' }}
                onClick={(event) => {
                  event.stopPropagation();
                  fold(site.id, open);
                }}
              >
                {open ? '▾' : '▸'}
              </button>
              <span className="ly-site-name" title={site.name}>{site.name}</span>
              {mark?.(site)}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

/** The upper third of a row means its place, the rest means below it. */
function onLowerPart(event: React.DragEvent): boolean {
  const box = event.currentTarget.getBoundingClientRect();
  return event.clientY - box.top > box.height / 3;
}
