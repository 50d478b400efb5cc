/** Parts of a page; each has an address, so they are links in all but looks. */
interface Props<T extends string> {
  label: string;
  tabs: readonly { id: T; word: string }[];
  current: T;
  onChoose: (id: T) => void;
}

export function Tabs<T extends string>({ label, tabs, current, onChoose }: Props<T>) {
  return (
    <nav className="ly-tabs" aria-label={label}>
      {tabs.map(({ id, word }) => (
        <button key={id} type="button" aria-current={id === current ? 'page' : undefined} onClick={() => onChoose(id)}>{word}</button>
      ))}
    </nav>
  );
}
