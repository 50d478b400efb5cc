import { useCallback, useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';

/** The address with these set; an empty one is left out of it. */
export function withParams(old: URLSearchParams, values: Readonly<Record<string, string>>): URLSearchParams {
  const next = new URLSearchParams(old);
  for (const [name, value] of Object.entries(values)) {
    if (value === '') next.delete(name);
    else next.set(name, value);
  }
  return next;
}

/**
 * The page's address parameters as state. The router applies a change a moment later, so changes under way build upon
 * each other here instead of losing the one before. The third value reads the newest of them: what a key means must not
 * depend on whether the page was painted since the key before.
 */
export function useAddressParams(): [
  URLSearchParams,
  (change: (old: URLSearchParams) => URLSearchParams) => void,
  () => URLSearchParams,
] {
  const [params, setParams] = useSearchParams();
  const latest = useRef(params);
  const underWay = useRef<string[]>([]);
  const apply = useRef(setParams);
  useEffect(() => {
    apply.current = setParams;
  }, [setParams]);
  useEffect(() => {
    // Ours and not the newest: the newest follows. Not ours: somebody navigated.
    const own = underWay.current.indexOf(params.toString());
    underWay.current = own < 0 ? [] : underWay.current.slice(own + 1);
    if (underWay.current.length === 0) latest.current = params;
  }, [params]);
  const change = useCallback((next: (old: URLSearchParams) => URLSearchParams) => {
    const changed = next(latest.current);
    if (changed.toString() === latest.current.toString()) return;
    latest.current = changed;
    underWay.current.push(changed.toString());
    apply.current(changed, { replace: true });
  }, []);
  const newest = useCallback(() => latest.current, []);
  return [params, change, newest];
}
