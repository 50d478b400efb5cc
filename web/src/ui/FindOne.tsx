import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './findOne.css';
import { useRowWindow } from './useRowWindow';

const ROW = 28;

export interface Found {
  id: string;
  name: string;
  /** Where it is, when the name alone does not say. */
  where?: string;
}

interface Props {
  label: string;
  /** What is chosen now; shown while nothing is typed. */
  value?: string;
  /** Things that match what is typed; undefined while they are asked for. */
  find: (query: string) => readonly Found[] | undefined;
  onQuery?: (query: string) => void;
  onChoose: (found: Found) => void;
  /** A word for no choice, offered first; it chooses the empty id. */
  none?: string;
  id?: string;
}

/** A field that finds one thing among very many by its words; as a select, with only the rows in view in the document. */
export function FindOne({ label, value = '', find, onQuery, onChoose, none, id }: Props) {
  const { t } = useTranslation();
  const list = useId();
  const [query, setQuery] = useState<string>();
  const [at, setAt] = useState(0);
  const root = useRef<HTMLDivElement>(null);
  const open = query !== undefined;
  const found = open ? find(query) : [];
  const rows: readonly Found[] = [...(none !== undefined && query === '' ? [{ id: '', name: none }] : []), ...(found ?? [])];
  const view = useRowWindow(rows.length, ROW);
  const type = (next: string | undefined) => {
    setQuery(next);
    setAt(0);
    if (next !== undefined) onQuery?.(next);
  };
  const choose = (row: Found | undefined) => {
    if (row === undefined) return;
    type(undefined);
    onChoose(row);
  };
  const go = (to: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, to));
    setAt(next);
    view.show(next);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const steps: Record<string, () => void> = {
      ArrowDown: () => (open ? go(at + 1) : type('')),
      ArrowUp: () => go(at - 1),
      PageDown: () => go(at + view.fits),
      PageUp: () => go(at - view.fits),
      Enter: () => (open ? choose(rows[at]) : type('')),
      ...(open ? { Escape: () => type(undefined) } : {}),
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    step();
  };
  useEffect(() => {
    if (!open) return;
    const away = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setQuery(undefined);
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [open]);
  return (
    <div ref={root} className="ly-find-one" onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setQuery(undefined)}>
      <input
        id={id}
        role="combobox"
        className="ly-select"
        aria-label={label}
        aria-expanded={open}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={open && rows[at] ? `${list}-${at}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={value === '' ? (none ?? label) : value}
        value={query ?? value}
        onChange={(event) => type(event.target.value)}
        onClick={() => !open && type('')}
        onKeyDown={onKeyDown}
      />
      {open && (
        <div className="ly-find-one-list" ref={view.ref} onScroll={view.onScroll} role="listbox" id={list} aria-label={label} onPointerDown={(event) => event.preventDefault()}>
          {found !== undefined && rows.length === 0 && <p className="ly-muted">{t('find.nothing')}</p>}
          {found === undefined && <p className="ly-muted">{t('app.loading')}</p>}
          <div role="presentation" style={{ height: rows.length * ROW }}>
            {rows.slice(view.from, view.to).map((row, i) => {
              const index = view.from + i;
              return (
                <div
                  key={row.id}
                  id={`${list}-${index}`}
                  role="option"
                  aria-selected={index === at}
                  aria-setsize={rows.length}
                  aria-posinset={index + 1}
                  style={{ top: index * ROW }}
                  onClick={() => choose(row)}
                >
                  <span className="ly-find-one-name">{row.name}</span>
                  {row.where !== undefined && row.where !== '' && <span className="ly-muted ly-find-one-where">{row.where}</span>}
                </div>
              );
            })}
          </div>
        </div>
      )}
    </div>
  );
}
