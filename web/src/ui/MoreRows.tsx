import { Button } from '@patternfly/react-core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  shown: number;
  total: number;
  more: boolean;
  pending: boolean;
  onMore: () => void;
}

/** The end of a list that is read page by page: scrolling to it reads the next page, and so does its button. */
export function MoreRows({ shown, total, more, pending, onMore }: Props) {
  const { t } = useTranslation();
  const end = useRef<HTMLDivElement>(null);
  const ask = useRef(onMore);
  useEffect(() => {
    ask.current = onMore;
  });
  useEffect(() => {
    if (end.current === null || !more || pending) return undefined;
    const watcher = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && ask.current(), { rootMargin: '400px' });
    watcher.observe(end.current);
    return () => watcher.disconnect();
  }, [more, pending]);
  if (!more) return null;
  return (
    <div ref={end} className="ly-more-rows">
      <Button variant="link" isInline isLoading={pending} isDisabled={pending} onClick={onMore}>{t('list.more', { shown, total })}</Button>
    </div>
  );
}
