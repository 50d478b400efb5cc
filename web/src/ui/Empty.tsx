import type { ReactNode } from 'react';

interface Props {
  title: string;
  text?: string;
  children?: ReactNode;
  /** The whole page is this: its title is the page's. */
  whole?: boolean;
}

/** An empty place that teaches the next step. */
export function Empty({ title, text, children, whole = false }: Props) {
  const Title = whole ? 'h1' : 'h2';
  return (
    <div className="ly-empty">
      <Title>{title}</Title>
      {text !== undefined && <p>{text}</p>}
      {children}
    </div>
  );
}
