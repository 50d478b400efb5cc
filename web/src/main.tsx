import '@patternfly/react-core/dist/styles/base.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/osd.css';
import './ui/shell.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { startTheme } from './app/preferences';
import { startLanguage } from './i18n';

startTheme();
await startLanguage();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
