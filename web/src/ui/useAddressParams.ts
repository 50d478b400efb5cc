import { useCallback, useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';

/**
 * The page's address parameters as state. The router applies a change a moment later, so changes in one moment build
 * upon each other here instead of losing the one before.
 */
export function useAddressParams(): [URLSearchParams, (change: (old: URLSearchParams) => URLSearchParams) => void] {
  const [params, setParams] = useSearchParams();
  const latest = useRef(params);
  const apply = useRef(setParams);
  useEffect(() => {
    latest.current = params;
    apply.current = setParams;
  }, [params, setParams]);
  const change = useCallback((next: (old: URLSearchParams) => URLSearchParams) => {
    const changed = next(latest.current);
    if (changed.toString() === latest.current.toString()) return;
    latest.current = changed;
    apply.current(changed, { replace: true });
  }, []);
  return [params, change];
}
