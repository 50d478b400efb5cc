import type { ReactNode } from 'react';
import { Shape, type Tone } from './Mark';
import './notice.css';

interface Props {
  kind: 'danger' | 'warning' | 'success' | 'info';
  title: string;
  children?: ReactNode;
}

const TONES: Record<Props['kind'], Tone> = { danger: 'critical', warning: 'major', success: 'ok', info: 'off' };

/**
 * A message beside what it is about, told to screen readers when it appears. Not PatternFly's: that brings its tooltips and what
 * places them along, which is a twentieth of the first page.
 */
export function Notice({ kind, title, children }: Props) {
  return (
    <div className="ly-notice" role={kind === 'danger' ? 'alert' : 'status'}>
      <Shape tone={TONES[kind]} />
      <div>
        <p className="ly-notice-title">{title}</p>
        {children}
      </div>
    </div>
  );
}
