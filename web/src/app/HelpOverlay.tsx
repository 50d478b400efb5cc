import { Button } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/Dialog';
import { shortcutsOf, type Scope } from '../ui/shortcuts';

const SIGNS: Record<string, string> = { ' ': 'Space', ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓', Delete: 'Del' };

/** Lists the keys that work here, read from what the page declared. */
export function HelpOverlay({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog scrolls title={t('help.title')} onClose={onClose} size="medium" footer={<Button onClick={onClose}>{t('app.close')}</Button>}>
      <div className="ly-keys">
        <KeyList scope="page" title={t('help.thisPage')} />
        <KeyList scope="everywhere" title={t('help.everywhere')} />
      </div>
    </Dialog>
  );
}

function KeyList({ scope, title }: { scope: Scope; title: string }) {
  const shortcuts = shortcutsOf(scope);
  if (shortcuts.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {shortcuts.map((shortcut) => (
          <div key={shortcut.label}>
            <dt>
              {shortcut.keys.map((key) => (
                <kbd key={key}>{SIGNS[key] ?? key}</kbd>
              ))}
            </dt>
            <dd>{shortcut.label}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
