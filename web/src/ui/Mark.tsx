/** A state as shape, colour and word, so that colour never carries it alone. */
export type Tone = 'ok' | 'busy' | 'major' | 'critical' | 'off';

const SHAPES: Record<Tone, React.ReactNode> = {
  ok: <circle cx="6" cy="6" r="5" />,
  busy: <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray="6 3" />,
  major: <path d="M6 .8 11.500 11H.5Z" />,
  critical: (
    <>
      <path d="M3.700.5h4.600l3.200 3.200v4.600l-3.200 3.200H3.700L.5 8.300V3.700Z" />
      <path d="m4 4 4 4m0-4-4 4" stroke="var(--ly-surface)" strokeWidth="1.600" />
    </>
  ),
  off: <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="2" />,
};

export function Shape({ tone }: { tone: Tone }) {
  return (
    <svg className={`ly-shape ly-tone-${tone}`} viewBox="0 0 12 12" width="11" height="11" fill="currentColor" aria-hidden="true">
      {SHAPES[tone]}
    </svg>
  );
}

export function Mark({ tone, word, title }: { tone: Tone; word: string; title?: string }) {
  return (
    <span className={`ly-mark ly-tone-${tone}`} title={title}>
      <Shape tone={tone} />
      {word}
    </span>
  );
}
